package dev.migrate.generate;

import dev.migrate.error.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of sources, to which new files are written: all of them, or none. Immutable.
 *
 * @param folder such as {@code src/main/java}
 */
record SourceFolder(Path folder) {

  /** Writes files into the folders of their packages, which are created if they are missing. */
  List<Path> write(List<SourceFile> files) {
    if (!Files.isDirectory(folder)) {
      throw new GeneratorException(
          Facts.of("there is no folder " + folder)
              .with("left", "nothing was written")
              .next("name the folder of the sources, such as src/main/java"));
    }
    List<Path> made = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    try {
      for (SourceFile file : files) {
        Path place = folder.resolve(file.packageName().replace('.', '/'));
        createFolders(place, made);
        Path path = new RevisionFolder(place).write(file.className() + ".java", file.text());
        made.add(path);
        written.add(path);
      }
    } catch (GeneratorException failure) {
      takeBack(made, failure);
      throw failure;
    }
    return List.copyOf(written);
  }

  private void createFolders(Path wanted, List<Path> made) {
    if (Files.isDirectory(wanted)) {
      return;
    }
    Path parent = wanted.getParent();
    if (parent != null) {
      createFolders(parent, made);
    }
    try {
      made.add(Files.createDirectory(wanted));
    } catch (IOException failure) {
      throw new GeneratorException(
          Facts.of("the folder " + wanted + " cannot be created")
              .with("because", failure.getClass().getSimpleName() + ": " + failure.getMessage())
              .with("left", "nothing was written")
              .next("make " + folder + " writable, or name another folder"),
          failure);
    }
  }

  private static void takeBack(List<Path> made, GeneratorException reported) {
    for (int i = made.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(made.get(i));
      } catch (IOException second) {
        reported.addSuppressed(second);
      }
    }
  }
}

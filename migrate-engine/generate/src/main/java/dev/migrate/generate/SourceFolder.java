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
        Path place = folderOf(file.packageName(), made);
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

  private Path folderOf(String packageName, List<Path> made) {
    Path place = folder;
    for (String part : packageName.isEmpty() ? List.<String>of() : parts(packageName)) {
      place = place.resolve(part);
      if (!Files.isDirectory(place)) {
        made.add(created(place));
      }
    }
    return place;
  }

  private static List<String> parts(String packageName) {
    return List.of(packageName.split("\\.", -1));
  }

  private Path created(Path place) {
    try {
      return Files.createDirectory(place);
    } catch (IOException failure) {
      throw new GeneratorException(
          Facts.of("the folder " + place + " cannot be created")
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

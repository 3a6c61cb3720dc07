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

  List<Path> write(List<SourceFile> files) {
    if (!Files.isDirectory(folder)) {
      throw refused("the folder of sources " + folder + " does not exist", "create it");
    }
    List<Path> paths = files.stream().map(file -> folder.resolve(file.fileName())).toList();
    for (Path path : paths) {
      if (Files.exists(path)) {
        throw refused(
            "the file " + path + " exists already", "delete it, or choose another message");
      }
    }
    List<Path> made = new ArrayList<>();
    try {
      for (int i = 0; i < paths.size(); i++) {
        createFolders(paths.get(i).getParent(), made);
        made.add(Files.createFile(paths.get(i)));
        Files.writeString(paths.get(i), files.get(i).text());
      }
    } catch (IOException failure) {
      GeneratorException reported =
          new GeneratorException(
              Facts.of("a file cannot be written")
                  .with("problem", failure.toString())
                  .with("left", "nothing was written")
                  .next("check the rights on the folder " + folder + ", and the space"),
              failure);
      takeBack(made, reported);
      throw reported;
    }
    return paths;
  }

  private static void createFolders(Path wanted, List<Path> made) throws IOException {
    if (!Files.isDirectory(wanted)) {
      createFolders(wanted.getParent(), made);
      made.add(Files.createDirectory(wanted));
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

  private static GeneratorException refused(String problem, String next) {
    return new GeneratorException(Facts.of(problem).with("left", "nothing was written").next(next));
  }
}

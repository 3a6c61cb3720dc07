package dev.migrate.commands;

import dev.migrate.commands.skeleton.SkeletonFile;
import dev.migrate.error.Facts;
import dev.migrate.generate.GeneratorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes new files into a folder: all of them, or none.
 *
 * @param folder the folder, which is created if it is missing
 */
record NewFiles(Path folder) {

  /**
   * Writes files.
   *
   * @throws GeneratorException if one of them exists, or cannot be written; then none was
   */
  void write(List<SkeletonFile> files) {
    List<Path> there =
        files.stream()
            .map(file -> folder.resolve(file.path()))
            .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (!there.isEmpty()) {
      throw new GeneratorException(
          Facts.of("files would be replaced")
              .list("files", there)
              .with("left", "nothing was written")
              .next("choose another --package, or move these files away"));
    }
    List<Path> written = new ArrayList<>();
    for (SkeletonFile file : files) {
      write(folder.resolve(file.path()), file.text(), written);
    }
  }

  private static void write(Path path, String text, List<Path> written) {
    try {
      createFolders(path.toAbsolutePath().getParent(), written);
      Files.createFile(path);
      written.add(path);
      Files.writeString(path, text, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      GeneratorException reported =
          new GeneratorException(
              Facts.of("the file " + path + " cannot be written")
                  .with("because", failure.getClass().getSimpleName() + ": " + failure.getMessage())
                  .with("left", "nothing was written")
                  .next("make the folder writable, or name another one with --folder"),
              failure);
      takeBack(written, reported);
      throw reported;
    }
  }

  private static void createFolders(@Nullable Path path, List<Path> written) throws IOException {
    if (path == null || Files.isDirectory(path)) {
      return;
    }
    createFolders(path.getParent(), written);
    Files.createDirectory(path);
    written.add(path);
  }

  private static void takeBack(List<Path> written, GeneratorException reported) {
    for (int i = written.size() - 1; i >= 0; i--) {
      try {
        Files.deleteIfExists(written.get(i));
      } catch (IOException second) {
        reported.addSuppressed(second);
      }
    }
  }
}

package dev.migrate.generate;

import dev.migrate.error.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a package of revisions.
 *
 * @param path the folder
 */
record RevisionFolder(Path path) {

  /**
   * Writes a new file: the whole of it or, if that fails, nothing.
   *
   * @throws GeneratorException if it is there, or cannot be written
   */
  Path write(String name, String text) {
    requireFolder(name);
    Path file = path.resolve(name);
    try {
      Optional<Path> same = same(name);
      if (same.isPresent()) {
        throw there(name, same.get());
      }
      Files.createFile(file);
    } catch (FileAlreadyExistsException appeared) {
      throw there(name, file);
    } catch (IOException failure) {
      throw unwritable(name, failure);
    }
    Path draft = path.resolve("." + name + ".new");
    try {
      Files.writeString(
          draft,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      move(draft, file);
    } catch (IOException failure) {
      delete(draft, failure);
      delete(file, failure);
      throw unwritable(name, failure);
    }
    return file;
  }

  private static void move(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notAtomic) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path file, IOException failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException alsoFails) {
      failure.addSuppressed(alsoFails);
    }
  }

  private void requireFolder(String name) {
    if (!Files.isDirectory(path)) {
      throw refused(
          name,
          Files.exists(path) ? path + " is not a folder" : "there is no folder " + path,
          "name the folder of the sources, such as src/main/java; create that of a new package",
          null);
    }
  }

  /** A file of this name: on some systems names that differ in case alone are the same. */
  private Optional<Path> same(String name) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(name)).findFirst();
    }
  }

  private GeneratorException there(String name, Path file) {
    return refused(
        name,
        "there is a file " + file,
        "generate with another message, or delete that file if it is not needed",
        null);
  }

  private GeneratorException unwritable(String name, IOException failure) {
    return refused(
        name,
        failure.getClass().getSimpleName() + ": " + failure.getMessage(),
        "make the folder writable, or name another one",
        failure);
  }

  private GeneratorException refused(
      String name, String because, String next, @Nullable Throwable cause) {
    return new GeneratorException(
        Facts.of("the revision " + name + " cannot be written")
            .with("folder", path.toString())
            .with("because", because)
            .with("left", "nothing was written")
            .next(next),
        cause);
  }
}

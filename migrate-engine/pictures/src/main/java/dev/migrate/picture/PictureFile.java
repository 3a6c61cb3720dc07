package dev.migrate.picture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file into which a picture or report is written, in UTF-8. Immutable and thread-safe.
 *
 * @param path where the file is
 * @param isReplaced whether a file that exists is replaced
 */
public record PictureFile(Path path, boolean isReplaced) {

  /**
   * Refuses a file that could not be written, before the work for it begins.
   *
   * @throws PictureException if the file exists and is not to be replaced, or is a folder
   */
  public void requireFree() {
    if (Files.isDirectory(path)) {
      throw PictureException.folder(path);
    }
    if (!isReplaced && Files.exists(path)) {
      throw PictureException.exists(path);
    }
  }

  /**
   * Writes the file.
   *
   * @throws PictureException if the file exists and is not to be replaced, or cannot be written
   */
  public void write(String content) {
    requireFree();
    OpenOption[] options =
        isReplaced
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING
            }
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.write(path, content.getBytes(StandardCharsets.UTF_8), options);
    } catch (FileAlreadyExistsException exists) {
      throw PictureException.exists(path);
    } catch (IOException failure) {
      throw PictureException.unwritable(path, failure);
    }
  }
}

package dev.migrate.picture;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.nio.file.Path;

/** A picture or report could not be made, or not be written to a file. */
public final class PictureException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private PictureException(Facts facts) {
    super(facts);
  }

  private PictureException(Facts facts, Throwable cause) {
    super(facts, cause);
  }

  static PictureException exists(Path file) {
    return new PictureException(
        Facts.of("the file " + file + " exists")
            .with("left", "nothing was written")
            .next(
                "choose another file, or allow to replace it; db graph and db report have"
                    + " --force"));
  }

  static PictureException folder(Path file) {
    return new PictureException(
        Facts.of("a folder is where the file " + file + " would be")
            .with("left", "nothing was written")
            .next("name a file in that folder"));
  }

  static PictureException changing() {
    return new PictureException(
        Facts.of("the database is being migrated, and the report would mix before and after")
            .with("left", "nothing was written")
            .next("wait for the other process, and ask for the report again"));
  }

  static PictureException unwritable(Path file, Exception cause) {
    return new PictureException(
        Facts.of("the file " + file + " cannot be written")
            .with("because", cause.getClass().getSimpleName() + ": " + cause.getMessage())
            .next("create the folder, or choose a place where files can be written"),
        cause);
  }
}

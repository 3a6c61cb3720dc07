package dev.migrate.dialect.h2;

import dev.migrate.error.UnsupportedByDialectException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Settings of a database under which nothing can be migrated.
 *
 * @see <a href="https://h2database.com/html/features.html#compatibility_modes">Compatibility modes
 *     in H2's manual</a>
 */
final class H2RefusedSettings {

  private static final int LITERALS_ARE_NOT_ALLOWED = 90116;

  private static final int COLUMN_NOT_FOUND = 42122;

  private H2RefusedSettings() {}

  /** Refuses a mode in which an empty text is NULL: the history has texts that may be empty. */
  static void requireMode(String mode) {
    if (mode.equalsIgnoreCase("Oracle")) {
      throw refused(
          "a database with MODE=Oracle, where an empty text is NULL,",
          "leave MODE=Oracle out of the URL, or use another mode such as PostgreSQL");
    }
  }

  /** The setting that lets a statement of this library fail, if it is one. */
  static Optional<UnsupportedByDialectException> refusal(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case LITERALS_ARE_NOT_ALLOWED ->
          Optional.of(
              refused(
                  "a database with ALLOW_LITERALS=NONE or NUMBERS",
                  "SET ALLOW_LITERALS ALL while you migrate: statements have constants"));
      case COLUMN_NOT_FOUND ->
          Optional.of(
              refused(
                  "a session with OLD_INFORMATION_SCHEMA=TRUE",
                  "leave the setting out of the URL of the data source that migrates"));
      default -> Optional.empty();
    };
  }

  private static UnsupportedByDialectException refused(String what, String alternative) {
    return new UnsupportedByDialectException("migrating " + what, "H2", alternative);
  }
}

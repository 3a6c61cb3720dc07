package dev.migrate.dialect;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A setting of the session that has to have a certain value while the statements of a revision run.
 * It is read and made before the transaction of the revision begins, and becomes what it was after
 * that has ended. Immutable.
 *
 * @param read the query for its value, one text
 * @param during what gives it the value that it has to have
 * @param restore what gives it back the value that was read
 * @param usual the value that it has where nobody changed it, for scripts that are run by hand
 */
public record SessionSetting(
    String read, String during, UnaryOperator<String> restore, String usual) {

  /** Checks that all is there. */
  public SessionSetting {
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(during, "during");
    Objects.requireNonNull(restore, "restore");
    Objects.requireNonNull(usual, "usual");
  }

  @Override
  public String toString() {
    return during;
  }
}

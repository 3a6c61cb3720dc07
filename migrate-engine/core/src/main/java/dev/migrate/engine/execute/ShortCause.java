package dev.migrate.engine.execute;

import dev.migrate.error.Facts;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Some drivers repeat the statement with all its values in their messages, which a log would print
 * as part of the stack trace.
 */
final class ShortCause {

  private ShortCause() {}

  /** The failure itself; or, if a message in it is too long, one like it with shorter messages. */
  static Exception of(Exception failure) {
    return isShort(failure) || !(failure instanceof SQLException database)
        ? failure
        : shortened(database);
  }

  private static boolean isShort(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String text = String.valueOf(each.getMessage());
      if (!Facts.shortened(text).equals(text)) {
        return false;
      }
    }
    return true;
  }

  private static SQLException shortened(SQLException failure) {
    SQLException copy =
        new SQLException(
            Facts.shortened(String.valueOf(failure.getMessage())),
            failure.getSQLState(),
            failure.getErrorCode());
    copy.setStackTrace(failure.getStackTrace());
    if (failure.getCause() instanceof SQLException cause) {
      copy.initCause(shortened(cause));
    }
    return copy;
  }
}

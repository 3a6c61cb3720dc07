package dev.migrate.engine.history;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.report.PlanException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the operations of a revision fit into one statement of the database, as their row in the
 * history has to. Asks the server once. Not thread-safe.
 */
final class RowLimit {

  /** What a statement has beside the operations, generously. */
  private static final int OTHERS = 20_000;

  private final Connection connection;
  private final Dialect dialect;
  private @Nullable OptionalLong known;

  RowLimit(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Refuses operations that are too large. */
  void require(RevisionId id, Supplier<String> operations) {
    OptionalLong limit = limit();
    if (limit.isEmpty()) {
      return;
    }
    long size = OTHERS + escapedSize(operations.get());
    if (size > limit.getAsLong()) {
      throw new PlanException(
          Facts.of("revision " + id + " is too large for one row of the history")
              .with("size", megabytes(size) + ", its operations as JSON in one statement")
              .with(
                  "database",
                  dialect.capabilities().database()
                      + " takes statements up to "
                      + megabytes(limit.getAsLong()))
              .with("left", "nothing ran")
              .next(
                  "make several revisions of it, or raise the limit of the server"
                      + " (max_allowed_packet)"),
          id);
    }
  }

  private OptionalLong limit() {
    OptionalLong limit = known;
    if (limit == null) {
      try {
        limit = dialect.longestStatement(connection);
      } catch (SQLException failure) {
        throw Session.failed("the database does not say how long a statement can be", failure);
      }
      known = limit;
    }
    return limit;
  }

  /** In UTF-8, where a driver may put a backslash before quotes and backslashes. */
  private static long escapedSize(String text) {
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '"' || unit == '\'' || unit == '\\') {
        size += 2;
      } else if (unit < 0x80) {
        size += 1;
      } else {
        size += unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
      }
    }
    return size;
  }

  private static String megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000 + " MB";
  }
}

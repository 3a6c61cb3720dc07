package dev.migrate.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;

/**
 * The process of the server that the driver received when it connected. A pooler gives its clients
 * a number of its own, by which they can be recognized.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">{@code
 *     BackendKeyData} in the manual</a>
 */
final class PostgresqlProcess {

  /** The driver's interface for this; it is not a dependency of this module. */
  private static final String INTERFACE = "org.postgresql.PGConnection";

  private PostgresqlProcess() {}

  /** The number; empty for another driver, or a wrapper that hides it. */
  static OptionalInt reportedTo(Connection connection) {
    try {
      ClassLoader loader = connection.getClass().getClassLoader();
      Class<?> type = Class.forName(INTERFACE, false, loader);
      if (!connection.isWrapperFor(type)) {
        return OptionalInt.empty();
      }
      Object own = connection.unwrap(type);
      return OptionalInt.of((Integer) type.getMethod("getBackendPID").invoke(own));
    } catch (ReflectiveOperationException | SQLException | RuntimeException | LinkageError other) {
      return OptionalInt.empty();
    }
  }
}

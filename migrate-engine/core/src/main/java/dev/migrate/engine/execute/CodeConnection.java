package dev.migrate.engine.execute;

import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection as Java code in a revision gets it: the transaction is not the code's to end, and
 * what it changes of the connection is changed back. Not thread-safe.
 */
final class CodeConnection {

  /** What ends the transaction, on some engine at least. */
  private static final Set<String> REFUSED =
      Set.of("commit", "close", "abort", "setReadOnly", "setTransactionIsolation");

  private final Session session;
  private final Connection connection;
  private final Connection guarded;
  private final Deque<Restoration> restorations = new ArrayDeque<>();

  /** Sets something of the connection as it was. */
  private interface Restoration {
    void run() throws SQLException;
  }

  CodeConnection(Session session) {
    this.session = session;
    this.connection = session.connection();
    this.guarded =
        (Connection)
            Proxy.newProxyInstance(
                CodeConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> called(method, arguments));
  }

  /** The connection itself, for what only its own type can do. */
  Connection connection() {
    return connection;
  }

  /** What the code works with. */
  Connection guarded() {
    return guarded;
  }

  private @Nullable Object called(Method method, Object @Nullable [] arguments) throws Throwable {
    String name = method.getName();
    boolean rollsBackAll = name.equals("rollback") && arguments == null;
    boolean switchesOn = name.equals("setAutoCommit") && arguments != null && on(arguments);
    if (REFUSED.contains(name) || rollsBackAll || switchesOn) {
      throw new SQLException(
          "code in a revision must not call "
              + name
              + " on its connection: the transaction is committed together with the history");
    } else if (name.equals("setSchema")) {
      restorations.push(schema());
    } else if (name.equals("setCatalog")) {
      String catalog = connection.getCatalog();
      restorations.push(() -> connection.setCatalog(catalog));
    } else if (name.equals("equals")) {
      return arguments != null && arguments[0] == guarded;
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  /** A search path is more than the schema that JDBC knows. */
  private Restoration schema() throws SQLException {
    Place place = session.dialect().place(connection);
    if (!place.restore().isEmpty()) {
      return () -> session.execute(place.restore(), "the schema cannot be made current again");
    }
    String schema = connection.getSchema();
    return () -> connection.setSchema(schema);
  }

  private static boolean on(Object[] arguments) {
    return Boolean.TRUE.equals(arguments[0]);
  }

  /** Sets everything as it was before the code. */
  void restore() throws SQLException {
    while (!restorations.isEmpty() && !connection.isClosed()) {
      restorations.pop().run();
    }
  }

  /** Sets everything as it was before code that failed. */
  void restoreAfter(Throwable failure) {
    try {
      restore();
    } catch (SQLException | RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  /** Code can reach around the guard, and end the transaction after all. */
  void requireTransaction() throws SQLException {
    if (connection.isClosed() || connection.getAutoCommit()) {
      throw new SQLException(
          "the code ended the transaction that it ran in; what it changed may be committed"
              + " without the history, and is done again when the revision is run again");
    }
  }
}

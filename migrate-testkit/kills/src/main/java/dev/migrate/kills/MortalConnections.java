package dev.migrate.kills;

import dev.migrate.testkit.dialect.jdbc.ForwardingDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections that all end at one moment, as those of a killed process do: before or after a
 * statement or a commit, which is counted from 1. What was not committed is lost, and every later
 * call fails, so that nothing can be tidied up. Not thread-safe.
 */
final class MortalConnections extends ForwardingDataSource {

  private final List<Connection> open = new ArrayList<>();
  private final int deadline;
  private final boolean isAfter;
  private int events;
  private boolean isDead;

  /**
   * Connections of a database.
   *
   * @param deadline the number of the last statement or commit; 0 for no end
   * @param isAfter whether that one still happens
   */
  MortalConnections(DataSource target, int deadline, boolean isAfter) {
    super(target);
    this.deadline = deadline;
    this.isAfter = isAfter;
  }

  /** How many statements and commits there were. */
  int events() {
    return events;
  }

  boolean isDead() {
    return isDead;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requireAlive();
    Connection connection = target.getConnection();
    open.add(connection);
    return (Connection)
        proxy(
            Connection.class,
            (method, arguments) ->
                method.getName().equals("commit")
                    ? happen(connection, method, arguments)
                    : wrapped(call(connection, method, arguments)));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  private @Nullable Object wrapped(@Nullable Object result) {
    if (!(result instanceof Statement statement)) {
      return result;
    }
    Class<?> type =
        statement instanceof CallableStatement
            ? CallableStatement.class
            : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
    return proxy(
        type,
        (method, arguments) ->
            method.getName().startsWith("execute")
                ? happen(statement, method, arguments)
                : call(statement, method, arguments));
  }

  private @Nullable Object happen(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    events++;
    boolean isLast = events == deadline;
    if (isLast && !isAfter) {
      end();
    }
    try {
      return call(target, method, arguments);
    } finally {
      if (isLast && isAfter) {
        end();
      }
    }
  }

  private void end() throws SQLException {
    isDead = true;
    for (Connection connection : open) {
      if (!connection.isClosed()) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        connection.close();
      }
    }
    requireAlive();
  }

  private void requireAlive() throws SQLException {
    if (isDead) {
      throw new SQLNonTransientConnectionException("the process is dead", "08006");
    }
  }

  private interface Call {
    @Nullable Object run(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private Object proxy(Class<?> type, Call call) {
    return Proxy.newProxyInstance(
        MortalConnections.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (!isDead) {
            return call.run(method, arguments);
          }
          return switch (method.getName()) {
            case "close" -> null;
            case "isClosed" -> true;
            case "isValid" -> false;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> false;
            case "toString" -> "a dead connection";
            default -> throw new SQLNonTransientConnectionException("the process is dead", "08006");
          };
        });
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}

package dev.migrate.testkit.dialect.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that counts what is done with another one, so that a test can hold a budget: {@code
 * assertEquals(1, counting.statements())}. Thread-safe. What {@code unwrap} returns is not counted.
 */
public final class CountingDataSource extends ForwardingDataSource {

  private enum Kind {
    CONNECTIONS,
    CLOSES,
    STATEMENTS,
    COMMITS,
    ROLLBACKS,
    AUTO_COMMIT_CHANGES,
    METADATA_QUERIES
  }

  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<String> sql = new ArrayList<>();

  /**
   * Wraps a data source.
   *
   * @param target the data source that does the work
   */
  public CountingDataSource(DataSource target) {
    super(target);
  }

  /**
   * How often a connection was asked for.
   *
   * @return the number since the start or the last {@link #reset()}
   */
  public int connections() {
    return count(Kind.CONNECTIONS);
  }

  /**
   * How many connections were not closed.
   *
   * @return the connections asked for less the ones closed
   */
  public int openConnections() {
    return count(Kind.CONNECTIONS) - count(Kind.CLOSES);
  }

  /**
   * How many statements were executed, each item of a batch counted.
   *
   * @return the number since the start or the last {@link #reset()}
   */
  public int statements() {
    return count(Kind.STATEMENTS);
  }

  /**
   * How often {@link Connection#commit} was called.
   *
   * @return the number since the start or the last {@link #reset()}
   */
  public int commits() {
    return count(Kind.COMMITS);
  }

  /**
   * How often {@link Connection#rollback} was called, to a savepoint or as a whole.
   *
   * @return the number since the start or the last {@link #reset()}
   */
  public int rollbacks() {
    return count(Kind.ROLLBACKS);
  }

  /**
   * How often {@link Connection#setAutoCommit} was called.
   *
   * @return the number since the start or the last {@link #reset()}
   */
  public int autoCommitChanges() {
    return count(Kind.AUTO_COMMIT_CHANGES);
  }

  /**
   * How often meta data was asked for that drivers read from the catalogue: whatever returns rows.
   *
   * @return the number since the start or the last {@link #reset()}
   */
  public int metadataQueries() {
    return count(Kind.METADATA_QUERIES);
  }

  /** The statements that were executed, in order; a batch of prepared values repeats its text. */
  public synchronized List<String> sql() {
    return List.copyOf(sql);
  }

  /** Starts again from nothing. */
  public synchronized void reset() {
    counts.clear();
    sql.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    count(Kind.CONNECTIONS, 1);
    return counting(target.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    count(Kind.CONNECTIONS, 1);
    return counting(target.getConnection(username, password));
  }

  private synchronized int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  private synchronized void count(Kind kind, int more) {
    counts.merge(kind, more, Integer::sum);
  }

  private synchronized void executed(List<String> texts) {
    sql.addAll(texts);
    counts.merge(Kind.STATEMENTS, texts.size(), Integer::sum);
  }

  private Connection counting(Connection connection) {
    boolean[] closed = {false};
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "close" -> {
              count(Kind.CLOSES, closed[0] ? 0 : 1);
              closed[0] = true;
            }
            case "commit" -> count(Kind.COMMITS, 1);
            case "rollback" -> count(Kind.ROLLBACKS, 1);
            case "setAutoCommit" -> count(Kind.AUTO_COMMIT_CHANGES, 1);
            default -> {}
          }
          Object result = call(connection, method, arguments);
          if (result instanceof Statement statement) {
            String text = method.getName().startsWith("prepare") ? (String) arguments[0] : null;
            return counting(statement, (Connection) proxy, text);
          } else if (result instanceof DatabaseMetaData metaData) {
            return counting(metaData, (Connection) proxy);
          }
          return result;
        });
  }

  private Statement counting(Statement statement, Connection owner, @Nullable String prepared) {
    List<String> batch = new ArrayList<>();
    return proxy(
        kindOf(statement),
        (proxy, method, arguments) -> {
          String name = method.getName();
          String text = arguments != null && arguments[0] instanceof String s ? s : prepared;
          if (name.equals("addBatch")) {
            batch.add(String.valueOf(text));
          } else if (name.equals("clearBatch")) {
            batch.clear();
          } else if (name.equals("executeBatch") || name.equals("executeLargeBatch")) {
            executed(batch);
            batch.clear();
          } else if (name.startsWith("execute")) {
            executed(List.of(String.valueOf(text)));
          }
          return name.equals("getConnection") ? owner : call(statement, method, arguments);
        });
  }

  private static Class<? extends Statement> kindOf(Statement statement) {
    if (statement instanceof CallableStatement) {
      return CallableStatement.class;
    }
    return statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
  }

  private DatabaseMetaData counting(DatabaseMetaData metaData, Connection owner) {
    return proxy(
        DatabaseMetaData.class,
        (proxy, method, arguments) -> {
          if (method.getReturnType() == ResultSet.class) {
            count(Kind.METADATA_QUERIES, 1);
          }
          return method.getName().equals("getConnection")
              ? owner
              : call(metaData, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = CountingDataSource.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  @Override
  public String toString() {
    return connections()
        + " connections, "
        + statements()
        + " statements, "
        + metadataQueries()
        + " metadata queries, "
        + commits()
        + " commits, "
        + rollbacks()
        + " rollbacks, "
        + autoCommitChanges()
        + " changes of auto-commit";
  }
}

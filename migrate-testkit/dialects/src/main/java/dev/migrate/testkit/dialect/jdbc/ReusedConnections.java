package dev.migrate.testkit.dialect.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Lends connections again that were given back, after a statement that makes their session new:
 * where to begin a session takes longer than most tests. A connection that broke, or whose session
 * cannot be made new, is not lent again. Thread-safe.
 */
public final class ReusedConnections extends ForwardingDataSource {

  private final String reset;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Set<Connection> lent = new HashSet<>();

  /**
   * Connections of a data source.
   *
   * @param reset the statement that makes a session new, outside a transaction
   */
  public ReusedConnections(DataSource target, String reset) {
    super(target);
    this.reset = reset;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection known;
    synchronized (this) {
      known = idle.poll();
    }
    Connection connection = known == null ? target.getConnection() : known;
    synchronized (this) {
      lent.add(connection);
    }
    return Lent.of(connection, () -> takeBack(connection));
  }

  private void takeBack(Connection connection) {
    boolean isNew = isMadeNew(connection);
    synchronized (this) {
      if (lent.remove(connection) && isNew) {
        idle.push(connection);
        return;
      }
    }
    end(connection);
  }

  private boolean isMadeNew(Connection connection) {
    try {
      if (connection.isClosed()) {
        return false;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      connection.setReadOnly(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(reset);
      }
      return true;
    } catch (SQLException broken) {
      return false;
    }
  }

  /** Ends the connections that were not given back; returns those that can be lent again. */
  public synchronized List<Connection> endLent() {
    lent.forEach(ReusedConnections::end);
    lent.clear();
    return List.copyOf(idle);
  }

  private static void end(Connection connection) {
    try {
      connection.close();
    } catch (SQLException ended) {
      // It is broken already.
    }
  }
}

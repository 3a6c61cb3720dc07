package dev.migrate.testkit.dialect.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A data source that can be cut off from the database after the first of its connections: those
 * that were opened later break, and no more are opened. Thread-safe.
 */
public final class CutOffDataSource extends ForwardingDataSource {

  private final List<Connection> opened = new ArrayList<>();
  private boolean cut;

  /** Wraps a data source; nothing is cut off yet. */
  public CutOffDataSource(DataSource target) {
    super(target);
  }

  @Override
  public synchronized Connection getConnection() throws SQLException {
    if (cut) {
      throw new SQLException("the network is cut off", "08001");
    }
    Connection connection = target.getConnection();
    opened.add(connection);
    return connection;
  }

  /** The connection that was opened first. */
  public synchronized Connection first() {
    return opened.get(0);
  }

  /** Breaks all connections but the first. */
  public synchronized void cut() {
    cut = true;
    try {
      for (Connection connection : opened.subList(1, opened.size())) {
        connection.abort(Runnable::run);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}

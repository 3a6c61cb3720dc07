package dev.migrate.testkit.dialect.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * A pool with one connection, as careless as a pool can be: it is lent with auto-commit off, comes
 * back when it is closed, and nothing about it is reset. Not thread-safe.
 */
public final class PooledConnection extends ForwardingDataSource {

  private final Connection connection;
  private final List<Object> state;
  private boolean inUse;

  public PooledConnection(DataSource target) throws SQLException {
    super(target);
    this.connection = target.getConnection();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.commit();
    this.state = state();
  }

  @Override
  public Connection getConnection() throws SQLException {
    assertFalse(inUse, "there is one connection, and it is in use");
    inUse = true;
    return Lent.of(connection, () -> inUse = false);
  }

  public boolean isInUse() {
    return inUse;
  }

  private List<Object> state() throws SQLException {
    return List.of(
        connection.getAutoCommit(),
        connection.getTransactionIsolation(),
        connection.isReadOnly(),
        Objects.toString(connection.getSchema()),
        Objects.toString(connection.getCatalog()));
  }

  /** Claims that the connection is back and as it was before, with nothing uncommitted. */
  public void requireAsItWas() throws SQLException {
    assertFalse(inUse, "the connection was not given back");
    assertFalse(connection.isClosed(), "the connection was closed");
    assertEquals(state, state());
    connection.rollback();
  }
}

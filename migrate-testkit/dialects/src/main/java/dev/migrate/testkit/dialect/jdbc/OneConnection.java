package dev.migrate.testkit.dialect.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lends one connection again and again, because to open one takes longer than most tests. */
public final class OneConnection extends ForwardingDataSource implements AutoCloseable {

  private final Connection connection;

  public OneConnection(DataSource target) {
    super(target);
    try {
      this.connection = target.getConnection();
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public Connection getConnection() {
    return Lent.of(connection, () -> {});
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

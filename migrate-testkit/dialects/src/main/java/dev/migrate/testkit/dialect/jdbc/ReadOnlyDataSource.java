package dev.migrate.testkit.dialect.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Makes every connection read-only, as pools do for replicas. */
public final class ReadOnlyDataSource extends ForwardingDataSource {

  /** Read-only connections of another data source. */
  public ReadOnlyDataSource(DataSource target) {
    super(target);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = target.getConnection();
    connection.setReadOnly(true);
    return connection;
  }
}

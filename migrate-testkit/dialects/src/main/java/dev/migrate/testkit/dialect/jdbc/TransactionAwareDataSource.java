package dev.migrate.testkit.dialect.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that takes part in a transaction of its caller, as Spring's {@code
 * TransactionAwareDataSourceProxy} does: inside of one it returns the transaction's own connection,
 * with auto-commit off, and closing that does nothing. Not thread-safe.
 */
public final class TransactionAwareDataSource extends ForwardingDataSource {

  private @Nullable Connection current;

  public TransactionAwareDataSource(DataSource target) {
    super(target);
  }

  /** Begins a transaction. */
  public void begin() throws SQLException {
    Connection connection = target.getConnection();
    connection.setAutoCommit(false);
    current = connection;
  }

  /** Ends it without its work. */
  public void rollBack() throws SQLException {
    Connection connection = current;
    if (connection == null) {
      throw new IllegalStateException("there is no transaction");
    }
    current = null;
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = current;
    return connection == null ? target.getConnection() : Lent.of(connection, () -> {});
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.dialect.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Transactions known by their number, which one has as long as it has changed something. */
final class H2Transactions implements Transactions {

  private static final String NUMBER = "SELECT COALESCE(TRANSACTION_ID(), 'none')";

  private static final String HAS_WORK =
      "SELECT CONTAINS_UNCOMMITTED FROM INFORMATION_SCHEMA.SESSIONS"
          + " WHERE SESSION_ID = SESSION_ID()";

  /** The driver asks the session itself whether auto-commit is on. */
  @Override
  public boolean isOpen(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HAS_WORK)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public String mark(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NUMBER)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public boolean isSame(Connection connection, String mark) throws SQLException {
    return mark(connection).equals(mark);
  }
}

package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Recognizes a transaction by a savepoint, which ends with it. For databases that refuse to release
 * a savepoint that does not exist.
 */
public class SavepointTransactions implements Transactions {

  private static final String NAME = "migrate_mark";

  /** Creates the check. */
  public SavepointTransactions() {}

  /** By default, assumes that a transaction is open if auto-commit is off. */
  @Override
  public boolean isOpen(Connection connection) throws SQLException {
    return !connection.getAutoCommit();
  }

  @Override
  public final String mark(Connection connection) throws SQLException {
    execute(connection, "SAVEPOINT " + NAME);
    return NAME;
  }

  @Override
  public final boolean isSame(Connection connection, String mark) throws SQLException {
    try {
      execute(connection, "RELEASE SAVEPOINT " + mark);
      return true;
    } catch (SQLException failure) {
      if (isMissing(failure)) {
        return false;
      }
      throw failure;
    }
  }

  /**
   * Whether a savepoint could not be released because it does not exist.
   *
   * @return true if its SQLState is of class 3B, "savepoint exception"
   */
  protected boolean isMissing(SQLException failure) {
    return String.valueOf(failure.getSQLState()).startsWith("3B");
  }

  /**
   * Executes a statement.
   *
   * @throws SQLException if it fails
   */
  protected static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

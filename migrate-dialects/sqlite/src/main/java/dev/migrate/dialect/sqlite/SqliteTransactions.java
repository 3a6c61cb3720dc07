package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SavepointTransactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Transactions of SQLite, remembered by a savepoint. */
final class SqliteTransactions extends SavepointTransactions {

  private static final int LOCKED = 6;

  /**
   * With auto-commit off the driver begins a transaction at once, in which nothing may have been
   * done. A checkpoint is refused as soon as something was read or written, whatever the journal's
   * mode; without a write-ahead log it does nothing.
   *
   * @see <a href="https://www.sqlite.org/c3ref/wal_checkpoint_v2.html">Checkpoints</a>
   */
  @Override
  public boolean isOpen(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      return begun(connection);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint")) {
      return false;
    } catch (SQLException failure) {
      if ((failure.getErrorCode() & 0xff) == LOCKED) {
        return true;
      }
      throw failure;
    }
  }

  /** Inside of a transaction none can begin. */
  private static boolean begun(Connection connection) throws SQLException {
    try {
      execute(connection, "BEGIN");
    } catch (SQLException failure) {
      if (String.valueOf(failure.getMessage()).contains("within a transaction")) {
        return true;
      }
      throw failure;
    }
    execute(connection, "ROLLBACK");
    return false;
  }

  @Override
  protected boolean isMissing(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("no such savepoint");
  }
}

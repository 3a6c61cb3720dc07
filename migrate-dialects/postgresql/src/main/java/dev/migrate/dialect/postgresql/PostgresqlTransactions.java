package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions known by their number, which a transaction has from its first write on.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT">9.27.7
 *     Transaction ID and Snapshot Information Functions in the manual</a>
 */
final class PostgresqlTransactions implements Transactions {

  /** {@code no_active_sql_transaction}. */
  private static final String NONE = "25P01";

  /** {@code in_failed_sql_transaction}. */
  private static final String FAILED = "25P02";

  private static final String NUMBER = "SELECT txid_current()";

  /**
   * A query locks what it reads until its transaction ends; this one reads nothing but the view.
   */
  private static final String HAS_WORK =
      "SELECT txid_current_if_assigned() IS NOT NULL OR EXISTS (SELECT 1 FROM pg_locks"
          + " WHERE pid = pg_backend_pid() AND locktype = 'relation'"
          + " AND relation <> 'pg_locks'::regclass)";

  @Override
  public boolean isOpen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!connection.getAutoCommit()) {
        try (ResultSet row = statement.executeQuery(HAS_WORK)) {
          return row.next() && row.getBoolean(1);
        }
      }
      statement.execute("SAVEPOINT migrate_mark");
      return true;
    } catch (SQLException failure) {
      if (FAILED.equals(failure.getSQLState())) {
        return true;
      } else if (NONE.equals(failure.getSQLState())) {
        return false;
      }
      throw failure;
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

package dev.migrate.dialect.mysql;

import dev.migrate.dialect.SavepointTransactions;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions of InnoDB, remembered by a savepoint. */
final class MysqlTransactions extends SavepointTransactions {

  /** {@code ER_SP_DOES_NOT_EXIST}: there is no such savepoint. */
  private static final int NO_SAVEPOINT = 1305;

  /** {@code ER_CANT_CHANGE_TX_CHARACTERISTICS}: a transaction is in progress. */
  private static final int IN_PROGRESS = 1568;

  /** What the next transaction may do is refused inside of one; writing is what it may anyway. */
  @Override
  public boolean isOpen(Connection connection) throws SQLException {
    try {
      execute(connection, "SET TRANSACTION READ WRITE");
      return false;
    } catch (SQLException failure) {
      if (failure.getErrorCode() == IN_PROGRESS) {
        return true;
      }
      throw failure;
    }
  }

  @Override
  protected boolean isMissing(SQLException failure) {
    return failure.getErrorCode() == NO_SAVEPOINT;
  }
}

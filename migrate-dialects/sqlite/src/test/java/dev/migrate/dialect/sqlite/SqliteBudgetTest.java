package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.BudgetContract;
import javax.sql.DataSource;

class SqliteBudgetTest implements BudgetContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @Override
  public int statementsPerRevision() {
    return 2;
  }

  /** The lock is on a file beside the database, which is attached and told not to be waited for. */
  @Override
  public int overhead() {
    return 16;
  }
}

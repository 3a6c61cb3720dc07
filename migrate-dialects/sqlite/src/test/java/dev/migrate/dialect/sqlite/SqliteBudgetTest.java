package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.BudgetContract;
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
}

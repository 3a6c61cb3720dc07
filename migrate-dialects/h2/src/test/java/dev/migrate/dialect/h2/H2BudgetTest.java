package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.BudgetContract;
import javax.sql.DataSource;

class H2BudgetTest implements BudgetContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  @Override
  public int statementsPerRevision() {
    return 3;
  }
}

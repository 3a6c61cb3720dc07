package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.BudgetContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlBudgetTest implements BudgetContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public int statementsPerRevision() {
    return 2;
  }
}

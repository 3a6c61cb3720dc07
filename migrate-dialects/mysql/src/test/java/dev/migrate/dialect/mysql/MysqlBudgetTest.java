package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.BudgetContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlBudgetTest {

  @Nested
  class OnMariadb implements BudgetContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }

    @Override
    public int statementsPerRevision() {
      return 3;
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements BudgetContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }

    @Override
    public int statementsPerRevision() {
      return 3;
    }
  }
}

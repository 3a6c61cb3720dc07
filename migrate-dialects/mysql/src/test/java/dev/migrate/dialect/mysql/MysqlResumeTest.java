package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.ResumeContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlResumeTest {

  @Nested
  class OnMariadb implements ResumeContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }

    @Override
    public int everyNthMoment() {
      return ContractCases.step(8);
    }

    @Override
    public int everyNthSample() {
      return ContractCases.step(5);
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements ResumeContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }

    /** Changes of the schema take several times as long as on MariaDB. */
    @Override
    public int everyNthMoment() {
      return ContractCases.step(12);
    }

    @Override
    public int everyNthSample() {
      return ContractCases.step(8);
    }
  }
}

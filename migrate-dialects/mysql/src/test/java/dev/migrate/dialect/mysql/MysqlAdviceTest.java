package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.AdviceContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlAdviceTest {

  @Nested
  class OnMariadb implements AdviceContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements AdviceContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }

    @Override
    public int advicePairs() {
      return 150; // changes of the schema take long
    }
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.TextsContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlTextsTest {

  @Nested
  class OnMariadb implements TextsContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().onlyDatabase();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements TextsContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().onlyDatabase();
    }
  }
}

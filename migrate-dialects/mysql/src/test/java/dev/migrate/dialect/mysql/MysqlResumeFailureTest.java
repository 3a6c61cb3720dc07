package dev.migrate.dialect.mysql;

import dev.migrate.testkit.FailureContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlResumeFailureTest {

  @Nested
  class OnMariadb implements FailureContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements FailureContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

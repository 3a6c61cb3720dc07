package dev.migrate.dialect.mysql;

import dev.migrate.testkit.InFlightContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlResumeInFlightTest {

  @Nested
  class OnMariadb implements InFlightContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements InFlightContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

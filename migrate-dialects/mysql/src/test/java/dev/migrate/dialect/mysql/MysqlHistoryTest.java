package dev.migrate.dialect.mysql;

import dev.migrate.testkit.HistoryContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlHistoryTest {

  @Nested
  class OnMariadb implements HistoryContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements HistoryContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

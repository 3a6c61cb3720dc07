package dev.migrate.dialect.mysql;

import dev.migrate.testkit.CodeContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlResumeCodeTest {

  @Nested
  class OnMariadb implements CodeContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements CodeContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

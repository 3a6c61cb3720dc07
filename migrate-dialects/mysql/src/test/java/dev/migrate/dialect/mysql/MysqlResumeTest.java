package dev.migrate.dialect.mysql;

import dev.migrate.testkit.ResumeContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlResumeTest {

  @Nested
  class OnMariadb implements ResumeContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements ResumeContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.testkit.DoubtContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlResumeDoubtTest {

  @Nested
  class OnMariadb implements DoubtContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements DoubtContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

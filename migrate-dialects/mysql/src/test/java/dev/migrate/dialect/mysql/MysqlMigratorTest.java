package dev.migrate.dialect.mysql;

import dev.migrate.testkit.MigratorContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlMigratorTest {

  @Nested
  class OnMariadb implements MigratorContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements MigratorContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

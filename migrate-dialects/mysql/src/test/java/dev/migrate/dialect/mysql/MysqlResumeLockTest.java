package dev.migrate.dialect.mysql;

import dev.migrate.testkit.LockContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class MysqlResumeLockTest {

  @Nested
  class OnMariadb implements LockContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  class OnMysql implements LockContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.SessionContract;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlSessionTest {

  @Nested
  class OnMariadb extends Sessions {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Sessions {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Sessions implements SessionContract {

    abstract TestServer server();

    @Override
    public DataSource emptyDatabase() {
      return server().emptyDatabase();
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          new Setting("SET SESSION sql_mode = ''", "SELECT @@SESSION.sql_mode"),
          new Setting("SET foreign_key_checks = 0", "SELECT @@SESSION.foreign_key_checks"),
          new Setting("SET time_zone = '+09:00'", "SELECT @@SESSION.time_zone"),
          new Setting("SET lock_wait_timeout = 77", "SELECT @@SESSION.lock_wait_timeout"),
          new Setting(
              "SET collation_connection = utf8mb4_bin", "SELECT @@SESSION.collation_connection"),
          new Setting("SET sql_safe_updates = 1", "SELECT @@SESSION.sql_safe_updates"),
          new Setting(
              "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE",
              "SELECT @@SESSION.transaction_isolation"),
          new Setting("USE INFORMATION_SCHEMA", "SELECT DATABASE()"),
          new Setting("SET @mine = 'x'", "SELECT @mine", false));
    }
  }
}

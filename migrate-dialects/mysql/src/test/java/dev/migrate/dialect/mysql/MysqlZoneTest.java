package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.ZoneContract;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlZoneTest {

  @Nested
  class OnMariadb extends Zones {

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
  class OnMysql extends Zones {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Zones implements ZoneContract {

    abstract TestServer server();

    @Override
    public DataSource emptyDatabase() {
      return server().emptyDatabase();
    }

    @Override
    public DataSource emptyDatabase(TimeZone zone) {
      int hours = zone.getRawOffset() / 3_600_000;
      String offset = (hours < 0 ? "-" : "+") + Math.abs(hours) + ":00";
      return server().emptyDatabaseWith("&sessionVariables=time_zone='" + offset + "'");
    }

    @Override
    public String inUtc(String column, boolean hasZone) {
      String utc = "CONVERT_TZ(" + column + ", @@SESSION.time_zone, '+00:00')";
      return "SELECT DATE_FORMAT(" + (hasZone ? utc : column) + ", '%Y-%m-%d %H:%i') FROM e";
    }
  }
}

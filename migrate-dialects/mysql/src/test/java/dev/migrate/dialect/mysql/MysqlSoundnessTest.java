package dev.migrate.dialect.mysql;

import dev.migrate.testkit.dialect.contract.SoundnessContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlSoundnessTest {

  /** Each takes several databases. */
  private static final int PAIRS = 60;

  @Nested
  class OnMariadb implements SoundnessContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().onlyDatabase();
    }

    @Override
    public int soundnessPairs() {
      return PAIRS;
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements SoundnessContract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().onlyDatabase();
    }

    @Override
    public int soundnessPairs() {
      return PAIRS / 4; // changes of the schema take long
    }
  }
}

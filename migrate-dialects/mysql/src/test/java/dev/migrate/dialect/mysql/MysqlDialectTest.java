package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.DialectContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlDialectTest {

  /** The tests in each build; {@code -Dmigrate.test.sequences=3000} tries more. */
  private static final int SEQUENCES = Integer.getInteger("migrate.test.sequences", 50);

  @Nested
  class OnMariadb implements DialectContract {

    private final Dialect dialect = TestServer.mariadb().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().onlyDatabase();
    }

    @Override
    public int randomSequences() {
      return SEQUENCES;
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements DialectContract {

    private final Dialect dialect = TestServer.mysql().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().onlyDatabase();
    }

    @Override
    public int randomSequences() {
      return SEQUENCES / 4; // changes of the schema take long
    }
  }
}

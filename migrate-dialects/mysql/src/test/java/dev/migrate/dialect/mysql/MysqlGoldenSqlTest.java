package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.GoldenSqlContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** What both say differently is seen by comparing the two folders. */
class MysqlGoldenSqlTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  @Nested
  class OfMariadb implements GoldenSqlContract {

    @Override
    public Dialect dialect() {
      return new MysqlDialectProvider().dialect(DialectName.MARIADB);
    }

    @Override
    public Path goldenFolder() {
      return GOLDEN.resolve("mariadb");
    }
  }

  @Nested
  class OfMysql implements GoldenSqlContract {

    @Override
    public Dialect dialect() {
      return new MysqlDialectProvider().dialect(DialectName.MYSQL);
    }

    @Override
    public Path goldenFolder() {
      return GOLDEN.resolve("mysql");
    }
  }
}

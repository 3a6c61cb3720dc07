package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.GoldenSqlContract;
import java.nio.file.Path;

/** The SQL for MySQL, without a server. */
class MysqlGoldenSqlTest implements GoldenSqlContract {

  @Override
  public Dialect dialect() {
    return new MysqlDialectProvider().dialect(DialectName.MYSQL);
  }

  @Override
  public Path goldenFolder() {
    return MysqlSuite.GOLDEN.resolve("mysql");
  }
}

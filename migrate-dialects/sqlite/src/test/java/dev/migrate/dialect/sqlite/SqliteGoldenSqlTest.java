package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.GoldenSqlContract;

class SqliteGoldenSqlTest implements GoldenSqlContract {

  @Override
  public Dialect dialect() {
    return new SqliteDialect("SQLite 3.53", SqliteVersion.NEWEST);
  }
}

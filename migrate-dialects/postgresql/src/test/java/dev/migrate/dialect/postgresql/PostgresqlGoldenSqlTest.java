package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.GoldenSqlContract;

class PostgresqlGoldenSqlTest implements GoldenSqlContract {

  @Override
  public Dialect dialect() {
    return new PostgresqlDialect("PostgreSQL 18", 18);
  }
}

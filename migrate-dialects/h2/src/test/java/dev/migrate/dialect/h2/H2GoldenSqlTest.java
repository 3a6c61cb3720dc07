package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.GoldenSqlContract;

class H2GoldenSqlTest implements GoldenSqlContract {

  @Override
  public Dialect dialect() {
    return new H2Dialect("H2 2.5");
  }
}

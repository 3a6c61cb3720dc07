package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.GoldenSqlContract;

class H2GoldenSqlTest implements GoldenSqlContract {

  @Override
  public Dialect dialect() {
    return new H2Dialect("H2 2.5");
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.DialectContract;
import dev.migrate.testkit.UrlDataSource;
import javax.sql.DataSource;

class H2DialectTest implements DialectContract {

  @Override
  public Dialect dialect() {
    return new H2Dialect("H2 2.5");
  }

  @Override
  public DataSource emptyDatabase() {
    return UrlDataSource.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.AppliedSetContract;
import dev.migrate.testkit.Databases;
import javax.sql.DataSource;

class H2AppliedSetTest implements AppliedSetContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.FailureContract;
import javax.sql.DataSource;

class H2ResumeFailureTest implements FailureContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

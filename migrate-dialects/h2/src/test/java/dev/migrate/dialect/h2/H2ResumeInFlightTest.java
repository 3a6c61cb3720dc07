package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.InFlightContract;
import javax.sql.DataSource;

class H2ResumeInFlightTest implements InFlightContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

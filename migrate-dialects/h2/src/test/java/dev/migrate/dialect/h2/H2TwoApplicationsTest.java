package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.TwoApplicationsContract;
import javax.sql.DataSource;

class H2TwoApplicationsTest implements TwoApplicationsContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

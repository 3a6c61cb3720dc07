package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.ReconcileContract;
import javax.sql.DataSource;

class H2ReconcileTest implements ReconcileContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

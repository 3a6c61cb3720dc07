package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.MigratorContract;
import javax.sql.DataSource;

class H2MigratorTest implements MigratorContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

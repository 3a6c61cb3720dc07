package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DoubtContract;
import javax.sql.DataSource;

class H2ResumeDoubtTest implements DoubtContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

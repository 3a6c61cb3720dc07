package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.ResumeContract;
import javax.sql.DataSource;

class H2ResumeTest implements ResumeContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

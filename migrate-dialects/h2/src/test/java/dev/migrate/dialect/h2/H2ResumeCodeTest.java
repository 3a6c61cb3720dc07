package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.CodeContract;
import javax.sql.DataSource;

class H2ResumeCodeTest implements CodeContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

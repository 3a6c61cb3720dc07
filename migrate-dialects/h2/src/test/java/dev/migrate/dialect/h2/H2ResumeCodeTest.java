package dev.migrate.dialect.h2;

import dev.migrate.testkit.CodeContract;
import dev.migrate.testkit.Databases;
import javax.sql.DataSource;

class H2ResumeCodeTest implements CodeContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

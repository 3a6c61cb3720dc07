package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.TwoApplicationsContract;
import javax.sql.DataSource;

class SqliteTwoApplicationsTest implements TwoApplicationsContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

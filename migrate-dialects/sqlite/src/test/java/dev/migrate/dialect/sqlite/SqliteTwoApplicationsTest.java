package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.TwoApplicationsContract;
import javax.sql.DataSource;

class SqliteTwoApplicationsTest implements TwoApplicationsContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.InFlightContract;
import javax.sql.DataSource;

class SqliteResumeInFlightTest implements InFlightContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

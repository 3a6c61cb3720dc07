package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.FailureContract;
import javax.sql.DataSource;

class SqliteFailureTest implements FailureContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

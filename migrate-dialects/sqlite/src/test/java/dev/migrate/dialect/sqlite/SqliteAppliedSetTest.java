package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.AppliedSetContract;
import javax.sql.DataSource;

class SqliteAppliedSetTest implements AppliedSetContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

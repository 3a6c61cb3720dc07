package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.LockContract;
import javax.sql.DataSource;

class SqliteResumeLockTest implements LockContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

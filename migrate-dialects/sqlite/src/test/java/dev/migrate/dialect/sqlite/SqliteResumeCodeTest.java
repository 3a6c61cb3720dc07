package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.CodeContract;
import javax.sql.DataSource;

class SqliteResumeCodeTest implements CodeContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

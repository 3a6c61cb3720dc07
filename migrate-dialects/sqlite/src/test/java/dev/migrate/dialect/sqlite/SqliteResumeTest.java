package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.ResumeContract;
import javax.sql.DataSource;

class SqliteResumeTest implements ResumeContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.keptMemory();
  }
}

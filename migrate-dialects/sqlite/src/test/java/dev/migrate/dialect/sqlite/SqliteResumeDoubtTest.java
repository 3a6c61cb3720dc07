package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.DoubtContract;
import javax.sql.DataSource;

class SqliteResumeDoubtTest implements DoubtContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

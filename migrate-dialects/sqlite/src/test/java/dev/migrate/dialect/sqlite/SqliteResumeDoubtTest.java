package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.DoubtContract;
import javax.sql.DataSource;

class SqliteResumeDoubtTest implements DoubtContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

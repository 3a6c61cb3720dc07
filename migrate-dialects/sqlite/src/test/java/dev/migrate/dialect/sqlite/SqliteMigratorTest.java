package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.MigratorContract;
import javax.sql.DataSource;

class SqliteMigratorTest implements MigratorContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

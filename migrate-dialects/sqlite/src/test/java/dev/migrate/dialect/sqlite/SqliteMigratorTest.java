package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.MigratorContract;
import javax.sql.DataSource;

class SqliteMigratorTest implements MigratorContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

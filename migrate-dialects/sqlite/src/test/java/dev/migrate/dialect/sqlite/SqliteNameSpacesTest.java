package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.NameSpacesContract;
import javax.sql.DataSource;

class SqliteNameSpacesTest implements NameSpacesContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.memory();
  }
}

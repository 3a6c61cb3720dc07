package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.RowsContract;
import javax.sql.DataSource;

class SqliteRowsTest implements RowsContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.DeferredRowsContract;
import javax.sql.DataSource;

class SqliteDeferredRowsTest implements DeferredRowsContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file("&foreign_keys=on");
  }
}

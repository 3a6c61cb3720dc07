package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.TextsContract;
import javax.sql.DataSource;

class SqliteTextsTest implements TextsContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

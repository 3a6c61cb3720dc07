package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.HistoryContract;
import javax.sql.DataSource;

class SqliteHistoryTest implements HistoryContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.AdviceContract;
import javax.sql.DataSource;

class SqliteAdviceTest implements AdviceContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

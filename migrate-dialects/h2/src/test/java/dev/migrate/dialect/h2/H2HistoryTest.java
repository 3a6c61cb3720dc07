package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.HistoryContract;
import javax.sql.DataSource;

class H2HistoryTest implements HistoryContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

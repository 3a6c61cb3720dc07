package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.RowsContract;
import javax.sql.DataSource;

class H2RowsTest implements RowsContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.TextsContract;
import javax.sql.DataSource;

class H2TextsTest implements TextsContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.AdviceContract;
import dev.migrate.testkit.Databases;
import javax.sql.DataSource;

class H2AdviceTest implements AdviceContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

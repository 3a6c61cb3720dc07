package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.AdviceContract;
import javax.sql.DataSource;

class H2AdviceTest implements AdviceContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.SequenceContract;
import javax.sql.DataSource;

class H2SequenceTest implements SequenceContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.LockContract;
import javax.sql.DataSource;

class H2ResumeLockTest implements LockContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.BranchContract;
import javax.sql.DataSource;

class H2BranchTest implements BranchContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }
}

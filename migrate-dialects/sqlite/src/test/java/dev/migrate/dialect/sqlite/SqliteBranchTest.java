package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.BranchContract;
import javax.sql.DataSource;

class SqliteBranchTest implements BranchContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }
}

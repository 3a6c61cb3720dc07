package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.ResumeContract;
import javax.sql.DataSource;

class SqliteResumeTest implements ResumeContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.keptMemory();
  }

  @Override
  public int everyNthMoment() {
    return ContractCases.step(2);
  }

  @Override
  public int everyNthSample() {
    return ContractCases.step(2);
  }
}

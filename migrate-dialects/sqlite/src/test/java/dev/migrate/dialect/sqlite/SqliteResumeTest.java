package dev.migrate.dialect.sqlite;

import dev.migrate.testkit.Cases;
import dev.migrate.testkit.ResumeContract;
import javax.sql.DataSource;

class SqliteResumeTest implements ResumeContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.keptMemory();
  }

  @Override
  public int everyNthMoment() {
    return Cases.step(2);
  }

  @Override
  public int everyNthSample() {
    return Cases.step(2);
  }
}

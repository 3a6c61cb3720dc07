package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.ResumeContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlResumeTest implements ResumeContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  /** DDL is transactional: what is between two commits differs little. */
  @Override
  public int everyNthMoment() {
    return ContractCases.step(16);
  }

  @Override
  public int everyNthSample() {
    return ContractCases.step(8);
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.FailureContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlResumeFailureTest implements FailureContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

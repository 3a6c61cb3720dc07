package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.InFlightContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlResumeInFlightTest implements InFlightContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

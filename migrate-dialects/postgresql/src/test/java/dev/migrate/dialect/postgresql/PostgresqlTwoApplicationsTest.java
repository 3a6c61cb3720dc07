package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.TwoApplicationsContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlTwoApplicationsTest implements TwoApplicationsContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

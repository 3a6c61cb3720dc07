package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.AppliedSetContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlAppliedSetTest implements AppliedSetContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

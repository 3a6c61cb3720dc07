package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.DoubtContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlResumeDoubtTest implements DoubtContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.CodeContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlResumeCodeTest implements CodeContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.MigratorContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlMigratorTest implements MigratorContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.DeferredRowsContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlDeferredRowsTest implements DeferredRowsContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.RowsContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlRowsTest implements RowsContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

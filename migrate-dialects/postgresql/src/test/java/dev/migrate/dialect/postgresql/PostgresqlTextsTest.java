package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.TextsContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlTextsTest implements TextsContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.HistoryContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlHistoryTest implements HistoryContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

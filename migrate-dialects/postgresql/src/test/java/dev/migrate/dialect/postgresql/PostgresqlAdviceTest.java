package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.AdviceContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlAdviceTest implements AdviceContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public boolean rollsBackAdvice() {
    return true;
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.SequenceContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlSequenceTest implements SequenceContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

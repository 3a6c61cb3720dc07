package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.LockContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlResumeLockTest implements LockContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

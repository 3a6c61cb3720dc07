package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.dialect.contract.BranchContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlBranchTest implements BranchContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

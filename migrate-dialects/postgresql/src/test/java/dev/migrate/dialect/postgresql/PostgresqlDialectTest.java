package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.contract.ContractCases;
import dev.migrate.testkit.dialect.contract.DialectContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlDialectTest implements DialectContract {

  @Override
  public Dialect dialect() {
    return new PostgresqlDialectProvider().dialect(DialectName.POSTGRESQL);
  }

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public int everyNthSample() {
    return ContractCases.step(4);
  }

  @Override
  public int randomSequences() {
    return Integer.getInteger("migrate.test.sequences", 15);
  }
}

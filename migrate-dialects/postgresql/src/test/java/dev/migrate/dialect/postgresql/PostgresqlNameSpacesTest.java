package dev.migrate.dialect.postgresql;

import dev.migrate.testkit.NameSpacesContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlNameSpacesTest implements NameSpacesContract {

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }
}

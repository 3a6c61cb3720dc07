package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.DialectContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlDialectTest implements DialectContract {

  @Override
  public Dialect dialect() {
    return new PostgresqlDialectProvider().dialect(DialectName.POSTGRESQL);
  }

  /** The collation of the samples is one of the operating system, which may not have it. */
  @Override
  public DataSource emptyDatabase() {
    DataSource database = PostgresqlServer.emptyDatabase();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE COLLATION \"de_DE\" (provider = icu, locale = 'de-DE')");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return database;
  }

  @Override
  public int randomSequences() {
    return Integer.getInteger("migrate.test.sequences", 200);
  }
}

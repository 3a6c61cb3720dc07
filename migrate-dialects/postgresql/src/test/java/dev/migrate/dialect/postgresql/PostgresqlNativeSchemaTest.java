package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.NativeSchemaContract;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresqlServer.class)
class PostgresqlNativeSchemaTest implements NativeSchemaContract {

  @Override
  public Dialect dialect() {
    return LivePostgresql.DIALECT;
  }

  @Override
  public DataSource emptyDatabase() {
    return PostgresqlServer.emptyDatabase();
  }

  @Override
  public List<String> scripts() {
    return List.of(
        "org/quartz/impl/jdbcjobstore/tables_postgres.sql",
        "org/springframework/batch/core/schema-postgresql.sql");
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.dialect.contract.NativeSchemaContract;
import dev.migrate.testkit.dialect.sample.NativeSchema;
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
  public List<NativeSchema> schemas() {
    return List.of(
        NativeSchema.quartz("postgres"),
        NativeSchema.springBatch("postgresql"),
        NativeSchema.springSession("postgresql"),
        NativeSchema.springModulith("postgresql"),
        NativeSchema.jobRunr("postgres"),
        NativeSchema.flowable("postgres"));
  }
}

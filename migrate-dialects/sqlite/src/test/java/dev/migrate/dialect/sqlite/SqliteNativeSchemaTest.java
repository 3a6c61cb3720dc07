package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.NativeSchema;
import dev.migrate.testkit.NativeSchemaContract;
import java.util.List;
import javax.sql.DataSource;

class SqliteNativeSchemaTest implements NativeSchemaContract {

  @Override
  public Dialect dialect() {
    return new SqliteDialect("SQLite 3.53", SqliteVersion.NEWEST);
  }

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  /** Quartz has none for SQLite. */
  @Override
  public List<NativeSchema> schemas() {
    return List.of(NativeSchema.springBatch("sqlite"));
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.NativeSchemaContract;
import dev.migrate.testkit.UrlDataSource;
import java.util.List;
import javax.sql.DataSource;

class H2NativeSchemaTest implements NativeSchemaContract {

  @Override
  public Dialect dialect() {
    return new H2Dialect("H2 2.5");
  }

  @Override
  public DataSource emptyDatabase() {
    return UrlDataSource.h2();
  }

  @Override
  public List<String> scripts() {
    return List.of(
        "org/quartz/impl/jdbcjobstore/tables_h2.sql",
        "org/springframework/batch/core/schema-h2.sql");
  }
}

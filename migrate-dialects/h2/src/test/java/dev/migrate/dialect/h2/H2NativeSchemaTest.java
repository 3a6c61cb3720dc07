package dev.migrate.dialect.h2;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.NativeSchemaContract;
import dev.migrate.testkit.dialect.sample.NativeSchema;
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
  public List<NativeSchema> schemas() {
    return List.of(
        NativeSchema.quartz("h2"),
        NativeSchema.springBatch("h2"),
        NativeSchema.springSession("h2"),
        NativeSchema.springModulith("h2"),
        NativeSchema.jobRunr("h2"),
        NativeSchema.flowable("h2"));
  }
}

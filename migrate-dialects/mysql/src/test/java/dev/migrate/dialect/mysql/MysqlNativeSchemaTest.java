package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Dialect;
import dev.migrate.testkit.NativeSchema;
import dev.migrate.testkit.NativeSchemaContract;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlNativeSchemaTest {

  private static final NativeSchema QUARTZ = NativeSchema.quartz("mysql_innodb");

  @Nested
  class OnMariadb implements NativeSchemaContract {

    private final Dialect dialect = TestServer.mariadb().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }

    @Override
    public List<NativeSchema> schemas() {
      return List.of(QUARTZ, NativeSchema.springBatch("mariadb"));
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements NativeSchemaContract {

    private final Dialect dialect = TestServer.mysql().dialect();

    @Override
    public Dialect dialect() {
      return dialect;
    }

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }

    @Override
    public List<NativeSchema> schemas() {
      return List.of(QUARTZ, NativeSchema.springBatch("mysql"));
    }
  }
}

package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.*;

import dev.migrate.Operations;
import dev.migrate.testkit.dialect.contract.BadInputContract;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class MysqlBadInputTest {

  @Nested
  class OnMariadb extends Mistakes {

    @Override
    TestServer server() {
      return TestServer.mariadb();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql extends Mistakes {

    @Override
    TestServer server() {
      return TestServer.mysql();
    }
  }

  abstract static class Mistakes implements BadInputContract {

    abstract TestServer server();

    @Override
    public DataSource emptyDatabase() {
      return server().emptyDatabase();
    }

    @Override
    public Map<String, Consumer<Operations>> moreMistakes() {
      return Map.of(
          "list",
          op -> op.addColumn("account", column("n", array(integer()))),
          "nanoseconds",
          op -> op.addColumn("account", column("n", timestamp(9))),
          "identity without a key",
          op -> op.addColumn("account", column("n", bigint()).identity()),
          "collation of another database",
          op -> op.addColumn("account", column("n", varchar(9)).collate("de_DE")),
          "text as a key",
          op -> {
            op.addColumn("account", column("n", text()));
            op.createIndex("account", index("n"));
          },
          "partial index",
          op -> op.createIndex("account", index("age").where("age > 0")),
          "deferrable foreign key",
          op -> op.addForeignKey("account", foreignKey("id").references("account").deferrable()),
          "another schema's name",
          op -> {
            op.createSchema("billing");
            op.renameSchema("billing", "Sales");
          });
    }
  }
}

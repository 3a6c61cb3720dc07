package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;

import dev.migrate.Ddl;
import dev.migrate.Operations;
import dev.migrate.testkit.BadInputContract;
import dev.migrate.testkit.Databases;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

class H2BadInputTest implements BadInputContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  @Override
  public Map<String, Consumer<Operations>> moreMistakes() {
    return Map.of(
        "collation of a column",
        op -> op.addColumn("account", column("n", Ddl.varchar(9)).collate("de_DE")),
        "column that is computed when read",
        op -> op.addColumn("account", column("n", integer()).virtualAs("age + 1")),
        "partial index",
        op -> op.createIndex("account", Ddl.index("age").where("age > 0")),
        "check twice",
        op -> {
          op.addCheck("account", check("age > 0").named("ck"));
          op.addCheck("account", check("age > 1").named("ck"));
        });
  }
}

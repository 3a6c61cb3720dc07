package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Operations;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.contract.SpellingContract;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class H2SpellingTest {

  /** Every text without a case of its own: SET IGNORECASE in H2's manual. */
  @Nested
  class WithoutCase implements SpellingContract {

    @Override
    public DataSource emptyDatabase() {
      return UrlDataSource.h2(";DB_CLOSE_DELAY=-1;IGNORECASE=TRUE");
    }

    @Override
    public Map<String, BiConsumer<Operations, String>> spellings() {
      return Map.of(
          "a column of text", (op, table) -> op.addColumn(table, column("c", varchar(5))),
          "a column of characters", (op, table) -> op.addColumn(table, column("c", text())),
          "another type", (op, table) -> op.alterColumn(table, "n", type(varchar(30)), notNull()),
          "a table",
              (op, table) ->
                  op.createTable(
                      "more_" + table,
                      column("a", varchar(5)).notNull().defaultTo("x"),
                      column("b", varchar(7)),
                      primaryKey("a"),
                      unique("b")));
    }
  }
}

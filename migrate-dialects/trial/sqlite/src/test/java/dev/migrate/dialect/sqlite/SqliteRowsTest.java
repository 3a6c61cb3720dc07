package dev.migrate.dialect.sqlite;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteRowsTest implements DatabaseContract {

  @Override
  public DataSource emptyDatabase() {
    return SqliteDatabases.file();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOCASE", "RTRIM"})
  void aCollationDoesNotMakeADeleteHitMore(String collation) {
    DataSource database = emptyDatabase();
    Revision all =
        Revision.of(
            Lineage.of("r").root(),
            op -> {
              op.createTable("t", column("k", text()).collate(collation), column("n", integer()));
              op.insert("t", columns("k", "n"), row("a", 1), row("A", 2), row("a ", 3));
              op.delete("t", columns("k"), row("a"));
            });
    migrator(database, all).upgrade();
    assertEquals(List.of("2", "3"), rows(database, "SELECT n FROM t ORDER BY n"));
  }
}

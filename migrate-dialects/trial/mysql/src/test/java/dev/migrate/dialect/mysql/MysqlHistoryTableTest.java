package dev.migrate.dialect.mysql;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.operation.Row;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanException;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The history table on servers whose defaults are not ours. */
class MysqlHistoryTableTest {

  interface Contract extends DatabaseContract {

    private static Revision table(String id, String name) {
      return Revision.of(
          Lineage.of(id).root().message("\u65e5\u672c"),
          op -> op.createTable(name, column("id", integer())));
    }

    @Test
    default void itsCharactersAreNotThoseOfTheDatabase() {
      DataSource database = emptyDatabase();
      execute(database, "ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_swedish_ci");
      Revision greek = table("\u03b1\u03b2\u03b3", "t");
      migrator(database, greek).upgrade();
      assertTrue(migrator(database, greek).upgrade().isEmpty());
      assertEquals(
          List.of("\u03b1\u03b2\u03b3 \u65e5\u672c"),
          rows(database, "SELECT id, message FROM migrate_history"));
    }

    @Test
    default void itTakesPartInTransactions() {
      DataSource database = emptyDatabase();
      migrator(database, table("a", "t")).upgrade();
      assertEquals(
          List.of("InnoDB utf8mb4_bin"),
          rows(
              database,
              "SELECT engine, table_collation FROM information_schema.tables"
                  + " WHERE table_schema = database() AND table_name = 'migrate_history'"));
    }

    @Test
    default void anOlderTableThatTakesTwoIdsForOneIsNamedWithWhatHelps() {
      DataSource database = emptyDatabase();
      migrator(database, table("cafe", "a")).upgrade();
      execute(
          database,
          "ALTER TABLE migrate_history CONVERT TO CHARACTER SET utf8mb4"
              + " COLLATE utf8mb4_general_ci");
      Revision[] both = {table("cafe", "a"), table("Cafe", "b")};
      HistoryException refused =
          assertThrows(HistoryException.class, () -> migrator(database, both).upgrade());
      assertTrue(refused.getMessage().contains("takes Cafe and cafe for the same"));
      assertTrue(refused.getMessage().contains("utf8mb4_bin"), refused.getMessage());
      assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM b"));
      execute(
          database,
          "ALTER TABLE migrate_history CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
      assertEquals(1, migrator(database, both).upgrade().revisions().size());
      assertTrue(migrator(database, both).upgrade().isEmpty());
    }

    @Test
    default void aRevisionThatIsTooLargeForOneRowIsRefusedBeforeAnythingRuns() {
      DataSource database = emptyDatabase();
      long limit = Long.parseLong(rows(database, "SELECT @@max_allowed_packet").get(0));
      List<Row> many = new ArrayList<>();
      String text = "x".repeat(16_000);
      for (int i = 0; i * 16_000L <= limit; i++) {
        many.add(row(i, text));
      }
      Revision large =
          Revision.of(
              Lineage.of("large").after("small"), op -> op.insert("t", columns("id", "s"), many));
      Revision small =
          Revision.of(
              Lineage.of("small").root(),
              op -> op.createTable("t", column("id", integer()), column("s", varchar(16_000))));
      PlanException refused =
          assertThrows(PlanException.class, () -> migrator(database, small, large).upgrade());
      assertEquals("large", refused.revision().value());
      assertTrue(refused.getMessage().contains("max_allowed_packet"), refused.getMessage());
      assertTrue(refused.getMessage().contains("nothing ran"), refused.getMessage());
      assertThrows(PlanException.class, () -> migrator(database, small, large).upgradeScript());
      assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM t"));
      assertEquals(1, migrator(database, small, large).upgrade("small").revisions().size());
    }
  }

  @Nested
  class OnMariadb implements Contract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mariadb().emptyDatabase();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(
      named = TestServer.MYSQL_URL,
      matches = ".+",
      disabledReason = TestServer.NO_MYSQL)
  class OnMysql implements Contract {

    @Override
    public DataSource emptyDatabase() {
      return TestServer.mysql().emptyDatabase();
    }
  }
}

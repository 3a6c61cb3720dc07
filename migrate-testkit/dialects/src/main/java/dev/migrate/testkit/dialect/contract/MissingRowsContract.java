package dev.migrate.testkit.dialect.contract;

import static dev.migrate.testkit.dialect.contract.ChangedLineages.adding;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.ids;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.lose;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.missing;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.refused;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.requireQuiet;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.HistoryException;
import dev.migrate.report.TargetException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Rows of the history that are missing: lost, left out by a script, or put together from two
 * databases.
 */
public interface MissingRowsContract extends DatabaseContract {

  @Test
  default void aLostRowIsReportedWhereTheDatabaseHasWhatTheRevisionMakes() {
    Revision[] revisions = {
      table("r1", "t"), adding("r2 after r1", "b"), adding("r3 after r2", "c")
    };
    for (String lost : List.of("r1", "r2")) {
      DataSource database = emptyDatabase();
      Migrator migrator = migrator(database, revisions);
      migrator.upgrade();
      lose(database, lost);
      assertEquals(lost, missing(migrator));
      HistoryException refused = refused(migrator);
      assertTrue(refused.revisions().contains(RevisionId.of(lost)), refused.getMessage());
      assertTrue(refused.getMessage().contains("stamp(\"current\")"), refused.getMessage());
      assertEquals(
          "recorded as applied: " + lost, TestDatabase.recorded(migrator.stamp("current")));
      requireQuiet(database, revisions);
      assertEquals("r3 r2 r1", ids(migrator.downgrade("base")));
      assertEquals("r1 r2 r3", ids(migrator.upgrade()));
    }
  }

  @Test
  default void whatAScriptLeftOutInTheMiddleRunsLate() {
    Revision[] revisions = {
      table("r1", "t"), adding("r2 after r1", "b"), adding("r3 after r2", "c")
    };
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, revisions);
    migrator.upgrade();
    execute(database, "ALTER TABLE t DROP COLUMN b");
    lose(database, "r2");
    assertEquals("r2", ids(migrator.upgrade()));
    assertEquals(List.of("1 null null"), rows(database, "SELECT id, b, c FROM t"));
    requireQuiet(database, revisions);
  }

  @Test
  default void aDowngradeAcrossAGapUndoesWhatIsAppliedAndNothingElse() {
    Revision[] revisions = {
      table("r1", "t"), adding("r2 after r1", "b"), adding("r3 after r2", "c")
    };
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, revisions);
    migrator.upgrade();
    execute(database, "ALTER TABLE t DROP COLUMN b");
    lose(database, "r2");
    TargetException refused = assertThrows(TargetException.class, () -> migrator.downgrade("r2"));
    assertTrue(refused.getMessage().contains("r2 is not applied"), refused.getMessage());
    assertEquals("r3", ids(migrator.downgrade("r1")));
    assertEquals(List.of("1"), rows(database, "SELECT * FROM t"));
    assertEquals("r2 r3", ids(migrator.upgrade()));
    lose(database, "r2");
    execute(database, "ALTER TABLE t DROP COLUMN b");
    assertEquals("r3", ids(migrator.downgrade("-1")));
    assertEquals("r1", ids(migrator.downgrade("base")));
  }

  @Test
  default void aDowngradeWithoutTheTableItNeedsIsRefusedByName() {
    Revision[] revisions = {table("r1", "t"), adding("r2 after r1", "b")};
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, revisions);
    migrator.upgrade();
    lose(database, "r1");
    HistoryException refused =
        assertThrows(HistoryException.class, () -> migrator.downgrade("base"));
    assertEquals(List.of(RevisionId.of("r1")), refused.revisions());
    migrator.stamp("current");
    assertEquals("r2 r1", ids(migrator.downgrade("base")));
  }

  @Test
  default void twoHistoriesThatWerePutTogetherAreOneSet() {
    DataSource database = emptyDatabase();
    Revision[] revisions = {
      table("r1", "t"),
      adding("a2 after r1", "a"),
      adding("a3 after a2", "aa"),
      adding("b2 after r1", "b"),
      adding("z after a3 b2", "z")
    };
    Migrator migrator = migrator(database, revisions);
    migrator.upgrade();
    execute(database, "ALTER TABLE t DROP COLUMN a", "UPDATE migrate_history SET position = 2");
    lose(database, "a2");
    assertEquals("a2", missing(migrator));
    assertEquals("a2", ids(migrator.upgrade()));
    requireQuiet(database, revisions);
    assertEquals("z b2 a3 a2 r1", ids(migrator.downgrade("base")));
  }
}

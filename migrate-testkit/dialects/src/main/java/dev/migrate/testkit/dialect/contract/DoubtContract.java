package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.HistoryException;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.PlanException;
import dev.migrate.report.Settlement;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A statement of which it cannot be found out whether it ran is asked for, once and precisely. A
 * dialect's test implements this with a database.
 */
public interface DoubtContract extends DatabaseContract {

  /** A statement of which nothing is known stands second of three. */
  private static Revision opaque() {
    return Revision.of(
        Lineage.of("opaque").root(),
        op -> {
          op.createTable("t", column("n", integer()));
          op.execute(sql("INSERT INTO t (n) VALUES (1)").undoneBy("DELETE FROM t WHERE n = 1"));
          op.addColumn("t", column("m", integer()));
        });
  }

  private static Revision lastOpaque() {
    return Revision.of(
        Lineage.of("opaque").root(),
        op -> {
          op.createTable("t", column("n", integer()));
          op.execute(sql("INSERT INTO t (n) VALUES (1)").needsNoUndo());
        });
  }

  /**
   * Whether an opaque statement ran is asked, and each answer leads on.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void anOpaqueStatementIsAskedFor() throws SQLException {
    for (Moment moment : Moment.values()) {
      TestDatabase probe =
          TestDatabase.upgradeKilled(emptyDatabase(), "INSERT INTO t", moment, opaque());
      assumeFalse(probe.isTransactional());
      Snapshot before = probe.snapshot();
      InDoubtException doubt =
          assertThrows(InDoubtException.class, () -> probe.migrator(opaque()).upgrade());
      assertEquals(2, doubt.statement());
      assertEquals("opaque", doubt.revision().value());
      assertTrue(
          String.valueOf(doubt.getMessage())
              .startsWith("was statement 2 of revision opaque executed?\n  statement  INSERT"));
      probe.snapshot().requireEqual(before);
      Settlement answer = moment == Moment.AFTER ? Settlement.EXECUTED : Settlement.NOT_EXECUTED;
      probe.migrator(opaque()).settle(doubt.revision(), answer);
      probe.migrator(opaque()).upgrade();
      assertEquals(List.of("1"), probe.query("SELECT COUNT(*) FROM t"));
      assertEquals("[x] opaque", probe.states(opaque()));
      probe.execute("UPDATE t SET m = 1");
    }
  }

  /**
   * The last statement of a revision can be settled too, and on the way down as well.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theLastStatementAndADowngradeCanBeSettled() throws SQLException {
    for (Settlement answer : Settlement.values()) {
      Moment moment = answer == Settlement.EXECUTED ? Moment.AFTER : Moment.BEFORE;
      TestDatabase up =
          TestDatabase.upgradeKilled(emptyDatabase(), "INSERT INTO t", moment, lastOpaque());
      assumeFalse(up.isTransactional());
      up.migrator(lastOpaque()).settle(RevisionId.of("opaque"), answer);
      assertEquals("[opaque]", up.migrator(lastOpaque()).upgrade().revisions().toString());
      assertEquals("[x] opaque", up.states(lastOpaque()));
      assertEquals(List.of("1"), up.query("SELECT COUNT(*) FROM t"));
      assertTrue(up.migrator(lastOpaque()).upgrade().isEmpty());
    }
    TestDatabase down =
        TestDatabase.downgradeKilled(emptyDatabase(), "DELETE FROM t", "base", opaque());
    InDoubtException doubt =
        assertThrows(InDoubtException.class, () -> down.migrator(opaque()).downgrade("base"));
    assertTrue(String.valueOf(doubt.getMessage()).endsWith("and downgrade(…) again"));
    down.migrator(opaque()).settle(doubt.revision(), Settlement.EXECUTED);
    down.migrator(opaque()).downgrade("base");
    assertEquals("[ ] opaque", down.states(opaque()));
  }

  /**
   * An answer that nobody asked for is refused: twice, for another revision, for one that is done.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void anAnswerWithoutAQuestionIsRefused() throws SQLException {
    TestDatabase probe =
        TestDatabase.upgradeKilled(emptyDatabase(), "INSERT INTO t", Moment.AFTER, opaque());
    assumeFalse(probe.isTransactional());
    Migrator migrator = probe.migrator(opaque());
    RevisionId id = RevisionId.of("opaque");
    HistoryException other =
        assertThrows(
            HistoryException.class,
            () -> migrator.settle(RevisionId.of("other"), Settlement.EXECUTED));
    assertTrue(String.valueOf(other.getMessage()).contains("in doubt   [opaque]"));
    migrator.settle(id, Settlement.EXECUTED);
    Snapshot before = probe.snapshot();
    assertThrows(HistoryException.class, () -> migrator.settle(id, Settlement.EXECUTED));
    assertThrows(HistoryException.class, () -> migrator.settle(id, Settlement.NOT_EXECUTED));
    probe.snapshot().requireEqual(before);
    migrator.upgrade();
    assertThrows(HistoryException.class, () -> migrator.settle(id, Settlement.EXECUTED));
    assertEquals(List.of("1"), probe.query("SELECT COUNT(*) FROM t"));
  }

  /**
   * Raw SQL of a revision that the code lost is not run out of the history without consent.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void rawSqlOfARevisionThatTheCodeLostNeedsConsent() throws SQLException {
    Revision other = Revision.of(Lineage.of("other").root(), op -> {});
    TestDatabase probe =
        TestDatabase.upgradeKilled(emptyDatabase(), "CREATE TABLE t", Moment.AFTER, lastOpaque());
    assumeFalse(probe.isTransactional());
    Snapshot before = probe.snapshot();
    assertThrows(PlanException.class, () -> probe.migrator(other).upgrade("opaque"));
    probe.snapshot().requireEqual(before);
    probe.on(other).undoesUnknownSql().build().upgrade("opaque");
    assertEquals(List.of("1"), probe.query("SELECT COUNT(*) FROM t"));
  }

  /**
   * A statement that takes something away from a table was not executed because the whole table is
   * gone.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aTableThatIsGoneIsAskedFor() throws SQLException {
    Revision dropping =
        Revision.of(
            Lineage.of("dropping").root(),
            op -> {
              op.createTable("t", column("n", integer()), column("m", integer()));
              op.dropColumn("t", "m");
            });
    for (Moment moment : Moment.values()) {
      TestDatabase probe =
          TestDatabase.upgradeKilled(emptyDatabase(), "DROP COLUMN", moment, dropping);
      assumeFalse(probe.isTransactional());
      probe.execute("ALTER TABLE t RENAME TO elsewhere");
      Snapshot before = probe.snapshot();
      InDoubtException doubt =
          assertThrows(InDoubtException.class, () -> probe.migrator(dropping).upgrade());
      assertTrue(
          String.valueOf(doubt.getMessage()).contains("the table t is missing, although"),
          doubt.getMessage());
      probe.snapshot().requireEqual(before);
      probe.execute("ALTER TABLE elsewhere RENAME TO t");
      probe.migrator(dropping).upgrade();
      assertEquals("[x] dropping", probe.states(dropping));
      assertTrue(probe.migrator(dropping).drift().isEmpty());
    }
  }
}

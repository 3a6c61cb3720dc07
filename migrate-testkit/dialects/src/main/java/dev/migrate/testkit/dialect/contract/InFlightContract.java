package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.HistoryException;
import dev.migrate.report.LockException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What can be done while a revision has begun and not ended: go on, turn back, be asked, be
 * refused. A dialect's test implements this with a database.
 */
public interface InFlightContract extends DatabaseContract {

  /** Tables a, b and c, one after the other; each revision has three statements. */
  private static Revision[] three() {
    return new Revision[] {
      table(Lineage.of("a").root()),
      table(Lineage.of("b").after("a")),
      table(Lineage.of("c").after("b"))
    };
  }

  private static Revision table(Lineage lineage) {
    String id = lineage.id().value();
    return Revision.of(
        lineage,
        op -> {
          op.createTable(id, column("n", integer()));
          op.addColumn(id, column("second_" + id, integer()));
          op.addColumn(id, column("third_" + id, integer()));
        });
  }

  /**
   * {@code +1} and {@code -1} mean the same revision when they are used again.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRelativeTargetSaidAgainEndsThatOneRevision() throws SQLException {
    FailingDataSource database = new FailingDataSource(emptyDatabase());
    TestDatabase.Action first = () -> new TestDatabase(database).migrator(three()).upgrade("+1");
    TestDatabase probe =
        TestDatabase.killed(
            "second_b", Moment.AFTER, m -> m.upgrade("+1"), first, database, three());
    assertEquals("[b]", probe.migrator(three()).upgrade("+1").revisions().toString());
    assertEquals("[x] a, [x] b, [ ] c", probe.states(three()));

    TestDatabase down = TestDatabase.downgradeKilled(emptyDatabase(), "second_c", "-1", three());
    assertEquals("[c]", down.migrator(three()).downgrade("-1").revisions().toString());
    assertEquals("[x] a, [x] b, [ ] c", down.states(three()));
  }

  /**
   * Going up, then asked to go down: the revision is ended first, and undone if it is meant.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aDowngradeEndsWhatWasGoingUp() throws SQLException {
    TestDatabase one =
        TestDatabase.upgradeKilled(emptyDatabase(), "second_b", Moment.AFTER, three());
    assumeFalse(one.isTransactional());
    assertEquals("[b]", one.migrator(three()).downgrade("-1").revisions().toString());
    assertEquals("[x] a, [ ] b, [ ] c", one.states(three()));

    TestDatabase none =
        TestDatabase.upgradeKilled(emptyDatabase(), "CREATE TABLE b", Moment.BEFORE, three());
    assertEquals("[b]", none.migrator(three()).downgrade("-1").revisions().toString());
    assertEquals("[x] a, [ ] b, [ ] c", none.states(three()));

    TestDatabase all =
        TestDatabase.upgradeKilled(emptyDatabase(), "third_b", Moment.AFTER, three());
    all.migrator(three()).downgrade("base");
    assertEquals("[ ] a, [ ] b, [ ] c", all.states(three()));
    assertTrue(all.snapshot().schema().tables().isEmpty());
  }

  /**
   * Going down, then asked to go up.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void anUpgradeEndsWhatWasGoingDown() throws SQLException {
    TestDatabase probe = TestDatabase.downgradeKilled(emptyDatabase(), "second_b", "base", three());
    probe.migrator(three()).upgrade();
    assertEquals("[x] a, [x] b, [x] c", probe.states(three()));
    TestDatabase smooth = new TestDatabase(emptyDatabase());
    smooth.migrator(three()).upgrade();
    probe.snapshot().requireEqual(smooth.snapshot());
  }

  /**
   * A downgrade that was corrected after what was executed goes on as corrected.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aDowngradeThatIsCorrectedAfterWhatRanGoesOn() throws SQLException {
    Revision wrong = new Undone("DROP TABLE nonsense");
    Revision right = new Undone("DROP TABLE t");
    TestDatabase probe = new TestDatabase(emptyDatabase());
    probe.migrator(wrong).upgrade();
    assertThrows(StatementException.class, () -> probe.migrator(wrong).downgrade("base"));
    probe.migrator(right).downgrade("base");
    assertEquals("[ ] undone", probe.states(right));
    assertTrue(probe.snapshot().schema().tables().isEmpty());
  }

  /** A revision with a downgrade of its own. */
  record Undone(String last) implements Revision {

    @Override
    public Lineage lineage() {
      return Lineage.of("undone").root();
    }

    @Override
    public void upgrade(Operations op) {
      op.createTable("t", column("n", integer()), column("m", integer()));
    }

    @Override
    public void downgrade(Operations op) {
      op.dropColumn("t", "m");
      op.execute(sql(last).means(o -> o.dropTable("t")));
    }
  }

  /**
   * A row that somebody wrote to is refused, and nothing is touched.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRowThatSomebodyWroteToIsRefused() throws SQLException {
    for (String change :
        List.of(
            "statement_digest = 'other'",
            "statement = 3",
            "statement = 0",
            "statement = 99",
            "statement = NULL",
            "statement_digest = NULL",
            "state = 'done'",
            "state = 'pending'",
            "state = 'nonsense'")) {
      TestDatabase probe =
          TestDatabase.upgradeKilled(emptyDatabase(), "second_b", Moment.AFTER, three());
      assumeFalse(probe.isTransactional());
      probe.execute("UPDATE migrate_history SET " + change + " WHERE id = 'b'");
      Snapshot before = probe.snapshot();
      assertThrows(HistoryException.class, () -> probe.migrator(three()).upgrade(), change);
      assertThrows(HistoryException.class, () -> probe.migrator(three()).downgrade("-1"), change);
      probe.snapshot().requireEqual(before);
    }
  }

  /**
   * Whoever finds that somebody else has written to the row stops at once.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRunThatSomebodyElseTookOverStops() throws SQLException {
    for (String change :
        List.of(
            "UPDATE migrate_history SET session = 'somebody' WHERE id = 'b'",
            "UPDATE migrate_history SET statement = 7 WHERE id = 'b'",
            "DELETE FROM migrate_history WHERE id = 'b'")) {
      TestDatabase probe = new TestDatabase(emptyDatabase());
      assumeFalse(probe.isTransactional());
      Migrator migrator =
          probe
              .on(three())
              .listener(TestDatabase.after("b", 1, () -> probe.execute(change)))
              .build();
      LockException lost = assertThrows(LockException.class, migrator::upgrade);
      assertTrue(
          String.valueOf(lost.getMessage())
              .startsWith("the history row of revision b was changed by somebody else"));
      assertTrue(probe.snapshot().schema().tables().size() == 2, "c was not begun");
    }
  }
}

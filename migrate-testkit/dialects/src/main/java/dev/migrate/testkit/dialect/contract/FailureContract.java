package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Death;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A statement that fails leaves a state from which there is a way on: the cause removed, or the
 * revision corrected. A dialect's test implements this with a database.
 */
public interface FailureContract extends DatabaseContract {

  /** A table with two rows that have the same name. */
  private static Revision base() {
    return Revision.of(
        Lineage.of("base_table").root(),
        op -> {
          op.createTable(
              "person", column("id", integer()), column("name", varchar(20)), primaryKey("id"));
          op.insert("person", columns("id", "name"), row(1, "ada"), row(2, "ada"));
        });
  }

  private static Revision step(Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of("step").after("base_table"), upgrade);
  }

  /** Its second of three statements fails on the rows that are there. */
  private static Revision failing() {
    return step(
        op -> {
          op.addColumn("person", column("email", varchar(50)));
          op.createIndex("person", index("name").unique());
          op.addColumn("person", column("phone", varchar(50)));
        });
  }

  private TestDatabase failed(Revision... revisions) {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    assertThrows(StatementException.class, () -> probe.migrator(revisions).upgrade());
    return probe;
  }

  /**
   * The message says what happened, where, what is left, and what to do next.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aFailureSaysWhereAndWhatIsLeft() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    StatementException failure =
        assertThrows(StatementException.class, () -> probe.migrator(base(), failing()).upgrade());
    assertEquals("step", failure.revision().value());
    assertEquals(2, failure.statement());
    String text = String.valueOf(failure.getMessage());
    assertTrue(
        text.startsWith("revision step failed at statement 2 of 3\n  statement  " + failure.sql()),
        text);
    String left =
        probe.isTransactional()
            ? "nothing of this revision: it was rolled back; it is still pending"
            : "statement 1 is committed; the revision is recorded as going up at statement 2";
    String next =
        "remove the cause and call upgrade() again"
            + (probe.isTransactional() ? "" : ": it resumes at statement 2");
    assertTrue(text.endsWith("\n  left       " + left + "\n  next       " + next), text);
    assertEquals(
        probe.isTransactional() ? "[x] base_table, [ ] step" : "[x] base_table, [up] step",
        probe.states(base(), failing()));
  }

  /**
   * What the call did before is in the exception, on the way up and down.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aFailureSaysWhatTheCallDidBefore() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    StatementException up =
        assertThrows(StatementException.class, () -> probe.migrator(base(), failing()).upgrade());
    assertEquals("[base_table]", up.done().toString());
    assertTrue(up.getMessage().contains("done       upgraded before: base_table"), up.getMessage());
    StatementException again =
        assertThrows(StatementException.class, () -> probe.migrator(base(), failing()).upgrade());
    assertEquals("[]", again.done().toString());
    assertTrue(!again.getMessage().contains("\n  done"), again.getMessage());
    TestDatabase down = new TestDatabase(emptyDatabase());
    Revision nothing =
        step(op -> op.execute(sql("SELECT 1").undoneBy("SELECT nonsense FROM nowhere")));
    Revision column =
        Revision.of(
            Lineage.of("column").after("step"),
            op -> op.addColumn("person", column("c", varchar(5))));
    down.migrator(base(), nothing, column).upgrade();
    StatementException failed =
        assertThrows(
            StatementException.class,
            () -> down.migrator(base(), nothing, column).downgrade("base"));
    assertEquals("[column]", failed.done().toString());
    assertTrue(failed.getMessage().contains("downgraded before: column"), failed.getMessage());
  }

  /**
   * A column that is made NOT NULL while rows have none is reported with what helps, and that
   * works.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aColumnWithoutValuesIsReportedWithWhatHelps() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    Revision nullable =
        Revision.of(
            Lineage.of("nullable").after("base_table"),
            op -> op.addColumn("person", column("fax", varchar(20))));
    Revision required =
        Revision.of(
            Lineage.of("required").after("nullable"),
            op -> op.alterColumn("person", "fax", notNull()));
    StatementException failure =
        assertThrows(
            StatementException.class, () -> probe.migrator(base(), nullable, required).upgrade());
    assertTrue(failure.getMessage().contains("give it a default"), failure.getMessage());
    assertEquals("[base_table, nullable]", failure.done().toString());
    probe.execute("UPDATE person SET fax = '1'");
    assertEquals(
        "[required]", probe.migrator(base(), nullable, required).upgrade().revisions().toString());
  }

  /**
   * A statement of any length is in the exception, and only its ends are in the message.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aLongStatementIsShortenedInTheMessage() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    String value = "x".repeat(200_000);
    Revision insert =
        step(op -> op.execute(sql("INSERT INTO person (nonsense) VALUES ('" + value + "')")));
    StatementException failure =
        assertThrows(StatementException.class, () -> probe.migrator(base(), insert).upgrade());
    assertTrue(failure.sql().contains(value));
    assertTrue(failure.getMessage().length() < 20_000, failure.getMessage());
    assertTrue(failure.getMessage().contains("characters left out"), failure.getMessage());
    assertTrue(failure.getMessage().contains("\n  left"), failure.getMessage());
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertTrue(trace.toString().length() < 60_000, "in a log");
  }

  /**
   * Once the cause is removed it goes on, and ends as if nothing had failed.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aFailedRevisionGoesOnOnceTheCauseIsRemoved() throws SQLException {
    TestDatabase probe = failed(base(), failing());
    probe.execute("UPDATE person SET name = 'bob' WHERE id = 2");
    assertEquals("[step]", probe.migrator(base(), failing()).upgrade().revisions().toString());
    TestDatabase smooth = new TestDatabase(emptyDatabase());
    smooth.migrator(base()).upgrade();
    smooth.execute("UPDATE person SET name = 'bob' WHERE id = 2");
    smooth.migrator(base(), failing()).upgrade();
    probe.snapshot().requireEqual(smooth.snapshot());
  }

  /**
   * A revision that is corrected after what was executed goes on as corrected, wherever the
   * resumption is killed.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRevisionThatIsCorrectedAfterWhatRanGoesOn() throws SQLException {
    Revision corrected =
        step(
            op -> {
              op.addColumn("person", column("email", varchar(50)));
              op.createIndex("person", index("name"));
              op.addColumn("person", column("fax", varchar(50)));
            });
    TestDatabase smooth = new TestDatabase(emptyDatabase());
    smooth.migrator(base(), corrected).upgrade();
    boolean ended = false;
    for (int event = 1; !ended; event++) {
      FailingDataSource database = new FailingDataSource(emptyDatabase());
      TestDatabase probe = new TestDatabase(database);
      assertThrows(StatementException.class, () -> probe.migrator(base(), failing()).upgrade());
      database.dieAt(event, Moment.AFTER, Death.PROCESS);
      try {
        probe.migrator(base(), corrected).upgrade();
        ended = true;
      } catch (Killed killed) {
        probe.migrator(base(), corrected).upgrade();
      }
      database.calm();
      probe.snapshot().requireEqual(smooth.snapshot());
    }
  }

  /**
   * A revision of which nothing is left to run is done.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRevisionThatIsCorrectedToWhatRanIsDone() throws SQLException {
    Revision corrected = step(op -> op.addColumn("person", column("email", varchar(50))));
    TestDatabase probe = failed(base(), failing());
    probe.migrator(base(), corrected).upgrade();
    assertEquals("[x] base_table, [x] step", probe.states(base(), corrected));
    TestDatabase smooth = new TestDatabase(emptyDatabase());
    smooth.migrator(base(), corrected).upgrade();
    probe.snapshot().requireEqual(smooth.snapshot());
  }

  /**
   * What was executed cannot be corrected any more; nothing is touched.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRevisionThatIsChangedWhereItRanIsRefused() throws SQLException {
    TestDatabase probe = failed(base(), failing());
    assumeFalse(probe.isTransactional());
    Revision changed =
        step(
            op -> {
              op.addColumn("person", column("mail", varchar(50)));
              op.createIndex("person", index("name"));
            });
    Snapshot before = probe.snapshot();
    HistoryException refused =
        assertThrows(HistoryException.class, () -> probe.migrator(base(), changed).upgrade());
    assertEquals("[step]", refused.revisions().toString());
    probe.snapshot().requireEqual(before);
  }

  /**
   * A revision whose first statement failed can be anything the next time, or nothing.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRevisionThatFailedAtOnceCanBeChangedOrRemoved() throws SQLException {
    Revision first =
        step(
            op -> {
              op.createIndex("person", index("name").unique());
              op.addColumn("person", column("email", varchar(50)));
            });
    TestDatabase removed = failed(base(), first);
    removed.migrator(base()).upgrade();
    assertEquals("[x] base_table", removed.states(base()));
    TestDatabase replaced = failed(base(), first);
    Revision instead =
        Revision.of(
            Lineage.of("instead").after("base_table"),
            op -> op.addColumn("person", column("nick", varchar(50))));
    replaced.migrator(base(), instead).upgrade();
    assertEquals("[x] base_table, [x] instead", replaced.states(base(), instead));
    TestDatabase changed = failed(base(), first);
    Revision other = step(op -> op.addColumn("person", column("nick", varchar(50))));
    changed.migrator(base(), other).upgrade();
    TestDatabase smooth = new TestDatabase(emptyDatabase());
    smooth.migrator(base(), other).upgrade();
    changed.snapshot().requireEqual(smooth.snapshot());
  }

  /**
   * What somebody adds to the table in the meantime decides nothing.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whatSomebodyElseAddsDoesNotMatter() throws SQLException {
    for (boolean executed : List.of(true, false)) {
      FailingDataSource database = new FailingDataSource(emptyDatabase());
      TestDatabase probe = new TestDatabase(database);
      Revision step =
          step(
              op -> {
                op.addColumn("person", column("email", varchar(50)));
                op.createIndex("person", index("email"));
                op.renameColumn("person", "name", "full_name");
              });
      probe.migrator(base()).upgrade();
      killAt(probe, database, "RENAME", executed ? Moment.AFTER : Moment.BEFORE, base(), step);
      probe.execute(
          "CREATE INDEX ix_of_somebody ON person (id"
              + (probe.isTransactional() ? ")" : ", email)"),
          "ALTER TABLE person ADD COLUMN column_of_somebody INTEGER");
      probe.migrator(base(), step).upgrade();
      assertEquals("[x] base_table, [x] step", probe.states(base(), step));
      probe.execute("UPDATE person SET full_name = 'x', column_of_somebody = 1");
    }
  }

  /** Kills an upgrade at the first statement that has a word in it. */
  private static void killAt(
      TestDatabase probe,
      FailingDataSource database,
      String word,
      Moment moment,
      Revision... revisions) {
    database.dieAt(word, moment);
    assertThrows(Killed.class, () -> probe.migrator(revisions).upgrade());
    database.calm();
  }

  /**
   * A revision in flight that the code no longer has is ended as the history has it.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aRevisionInFlightThatTheCodeLostIsEnded() throws SQLException {
    TestDatabase probe = failed(base(), failing());
    probe.execute("UPDATE person SET name = 'bob' WHERE id = 2");
    probe.migrator(base()).upgrade();
    assertEquals(
        probe.isTransactional() ? "[x] base_table, [ ] step" : "[x] base_table, [x] step",
        probe.states(base(), failing()));
  }

  /**
   * A refusal of what comes after leaves what is in flight alone, as its message says.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whatIsRefusedIsRefusedBeforeARevisionInFlightGoesOn() throws SQLException {
    TestDatabase probe = failed(base(), failing());
    assumeFalse(probe.isTransactional());
    probe.execute("UPDATE person SET name = 'bob' WHERE id = 2");
    Revision unfit =
        Revision.of(Lineage.of("unfit").after("step"), op -> op.dropColumn("person", "nonsense"));
    Snapshot before = probe.snapshot();
    PlanException refused =
        assertThrows(PlanException.class, () -> probe.migrator(base(), failing(), unfit).upgrade());
    assertTrue(String.valueOf(refused.getMessage()).contains("nothing ran"));
    probe.snapshot().requireEqual(before);
  }
}

package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.varchar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.ConflictException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanException;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What a migrator does where the history and the code do not agree. A dialect proves it by
 * implementing this interface in a test.
 */
public interface HistoryContract extends DatabaseContract {

  /** A table. */
  private static Revision first() {
    return Revision.of(
        Lineage.of("first").root(),
        op -> op.createTable("t", column("id", bigint()).notNull(), primaryKey("id")));
  }

  /** A revision after the first one. */
  private static Revision second(Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of("second").after("first"), upgrade);
  }

  @Test
  default void aChangedRevisionIsRefusedWithTheDifference() {
    DataSource database = emptyDatabase();
    migrator(database, first(), second(op -> op.addColumn("t", column("a", varchar(10)))))
        .upgrade();
    Migrator changed =
        migrator(database, first(), second(op -> op.addColumn("t", column("a", varchar(20)))));
    HistoryException refused = assertThrows(HistoryException.class, changed::upgrade);
    assertEquals(List.of(RevisionId.of("second")), refused.revisions());
    assertTrue(refused.getMessage().contains("varchar(10)"), refused.getMessage());
    assertTrue(refused.getMessage().contains("varchar(20)"), refused.getMessage());
    assertThrows(HistoryException.class, () -> changed.downgrade("base"));
  }

  @Test
  default void aRevisionThatRecordsTheClockIsCalledNotDeterministic() {
    DataSource database = emptyDatabase();
    Migrator clock =
        migrator(
            database, first(), second(op -> op.insert("t", columns("id"), row(System.nanoTime()))));
    RevisionException refused = assertThrows(RevisionException.class, clock::upgrade);
    assertTrue(refused.getMessage().contains("not deterministic"), refused.getMessage());
    assertEquals("second", refused.revision());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT * FROM t"));
  }

  @Test
  default void aDatabaseAheadOfTheCodeHasNothingToDo() {
    DataSource database = emptyDatabase();
    migrator(database, first(), second(op -> op.addColumn("t", column("a", integer())))).upgrade();
    Outcome outcome = migrator(database, first()).upgrade();
    assertTrue(outcome.isEmpty());
    assertEquals(List.of(RevisionId.of("second")), outcome.unknown());
    assertTrue(migrator(database, first()).history().stream().anyMatch(info -> !info.isKnown()));
  }

  @Test
  default void aRevisionThatOnlyTheHistoryKnowsCanBeUndone() {
    DataSource database = emptyDatabase();
    migrator(database, first(), second(op -> op.addColumn("t", column("a", integer())))).upgrade();
    Migrator older = migrator(database, first());
    Outcome undone = older.downgrade("first");
    assertEquals(List.of(RevisionId.of("second")), undone.revisions());
    assertEquals(List.of(), undone.unknown());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT a FROM t"));
    assertEquals(List.of(), rows(database, "SELECT * FROM t"));
    assertTrue(older.upgrade().isEmpty());
  }

  @Test
  default void rawSqlFromTheHistoryRunsWithConsentOnly() {
    DataSource database = emptyDatabase();
    migrator(
            database,
            first(),
            second(
                op ->
                    op.execute(
                        sql("INSERT INTO t VALUES (7)")
                            .writes("t")
                            .undoneBy("DELETE FROM t WHERE id = 7"))))
        .upgrade();
    PlanException refused =
        assertThrows(PlanException.class, () -> migrator(database, first()).downgrade("first"));
    assertTrue(refused.getMessage().contains("DELETE FROM t"), refused.getMessage());
    assertEquals(List.of("7"), rows(database, "SELECT id FROM t"));
    Migrator.on(database).revisions(first()).undoesUnknownSql().build().downgrade("first");
    assertEquals(List.of(), rows(database, "SELECT id FROM t"));
  }

  @Test
  default void codeThatIsGoneCannotBeUndone() {
    DataSource database = emptyDatabase();
    migrator(
            database,
            first(),
            second(op -> op.run(code("nothing", context -> {}).undoneBy(context -> {}))))
        .upgrade();
    Migrator older = migrator(database, first());
    PlanException refused = assertThrows(PlanException.class, () -> older.downgrade("first"));
    assertTrue(refused.getMessage().contains("nothing"), refused.getMessage());
    assertEquals(2, rows(database, "SELECT id FROM migrate_history").size());
  }

  @Test
  default void somethingNewRunsBesideSomethingUnknownWithoutConflict() {
    DataSource database = emptyDatabase();
    migrator(database, first(), second(op -> op.addColumn("t", column("a", integer())))).upgrade();
    Revision same =
        Revision.of(
            Lineage.of("other").after("first"), op -> op.addColumn("t", column("a", integer())));
    ConflictException refused =
        assertThrows(ConflictException.class, () -> migrator(database, first(), same).upgrade());
    assertEquals(RevisionId.of("second"), refused.conflicts().get(0).second().revision());
    Revision other =
        Revision.of(
            Lineage.of("other").after("first"), op -> op.addColumn("t", column("b", integer())));
    assertEquals(
        List.of(RevisionId.of("other")), migrator(database, first(), other).upgrade().revisions());
  }

  @Test
  default void aHistoryOfANewerFormatIsRefusedByName() {
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, first());
    migrator.upgrade();
    execute(database, "UPDATE migrate_history SET format = 99");
    HistoryException refused = assertThrows(HistoryException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("99"), refused.getMessage());
    assertThrows(HistoryException.class, () -> migrator.downgrade("base"));
    assertThrows(HistoryException.class, migrator::current);
  }

  @Test
  default void aHistoryOfAFormatThatNeverWasIsRefusedByName() {
    for (int format : List.of(0, -1)) {
      DataSource database = emptyDatabase();
      Migrator migrator = migrator(database, first());
      migrator.upgrade();
      execute(database, "UPDATE migrate_history SET format = " + format);
      HistoryException refused = assertThrows(HistoryException.class, migrator::upgrade);
      assertTrue(refused.getMessage().contains("format that never was: " + format));
      assertThrows(HistoryException.class, migrator::current);
    }
  }

  @Test
  default void declarationsOfRawSqlAndCodeCanBeCorrectedAfterwards() {
    DataSource database = emptyDatabase();
    migrator(
            database,
            first(),
            second(
                op -> {
                  op.execute(sql("INSERT INTO t VALUES (7)"));
                  op.run(code("nothing", context -> {}));
                }))
        .upgrade();
    Revision declared =
        second(
            op -> {
              op.execute(
                  sql("INSERT INTO t VALUES (7)")
                      .writes("t")
                      .undoneBy("DELETE FROM t WHERE id = 7"));
              op.run(code("nothing", context -> {}).reads("t").writes("t").needsNoUndo());
            });
    Migrator migrator = migrator(database, first(), declared);
    assertTrue(migrator.upgrade().isEmpty());
    CountingDataSource counting = new CountingDataSource(database);
    assertTrue(migrator(counting, first(), declared).upgrade().isEmpty());
    assertEquals(1, counting.statements(), () -> counting.sql().toString());
    migrator.downgrade("first");
    assertEquals(List.of(), rows(database, "SELECT id FROM t"));
  }

  @Test
  default void idsThatDifferInCaseOrAccentsAreTwoRevisions() {
    for (List<String> pair :
        List.of(
            List.of("Rev_a", "rev_a"),
            List.of("cafe", "caf\u00e9"),
            List.of("x\ud83d\ude00", "x\ud83d\ude01"))) {
      DataSource database = emptyDatabase();
      Revision one =
          Revision.of(
              Lineage.of(pair.get(0)).root(),
              op -> op.createTable("t", column("id", bigint()).notNull(), primaryKey("id")));
      Revision other =
          Revision.of(
              Lineage.of(pair.get(1)).after(pair.get(0)),
              op -> op.addColumn("t", column("a", integer())));
      assertEquals(2, migrator(database, one, other).upgrade().revisions().size());
      assertTrue(migrator(database, one, other).upgrade().isEmpty());
      assertEquals(
          List.of(RevisionId.of(pair.get(1))),
          migrator(database, one, other).downgrade("-1").revisions());
      assertEquals(List.of(pair.get(0)), rows(database, "SELECT id FROM migrate_history"));
    }
  }

  @Test
  default void idsMessagesAndLabelsCanBeInAnyScript() {
    DataSource database = emptyDatabase();
    Revision revision =
        Revision.of(
            Lineage.of("\u0441\u0447\u0451\u0442")
                .root()
                .label("\u65e5\u672c")
                .message("\u65e5\u672c \ud83d\ude00"),
            op -> op.createTable("t", column("id", integer())));
    migrator(database, revision).upgrade();
    assertTrue(migrator(database, revision).upgrade().isEmpty());
    assertEquals(
        List.of("\u65e5\u672c \u65e5\u672c \ud83d\ude00"),
        rows(database, "SELECT labels, message FROM migrate_history"));
  }

  @Test
  default void anEmptyHistoryBesideTheTablesNamesTheRevisionsThatAreThere() {
    DataSource database = emptyDatabase();
    Revision next = second(op -> op.addColumn("t", column("phone", varchar(10))));
    Migrator migrator = migrator(database, first(), next);
    migrator.upgrade("first");
    execute(database, "DELETE FROM migrate_history");
    HistoryException refused = assertThrows(HistoryException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("stamp(\"first\")"), refused.getMessage());
    assertEquals(List.of(RevisionId.of("first")), refused.revisions());
    migrator.stamp("first");
    assertEquals(List.of(RevisionId.of("second")), migrator.upgrade().revisions());
  }

  @Test
  default void rowsThatDifferAreShownWhereARevisionIsNotDeterministic() {
    DataSource database = emptyDatabase();
    long[] clock = {4711};
    Migrator migrator =
        migrator(database, first(), second(op -> op.insert("t", columns("id"), row(clock[0]++))));
    RevisionException refused = assertThrows(RevisionException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("4711"), refused.getMessage());
    assertTrue(refused.getMessage().contains("4712"), refused.getMessage());
  }

  @Test
  default void tablesWithoutAHistoryAreNoFreshDatabase() {
    DataSource database = emptyDatabase();
    execute(database, "CREATE TABLE t (id BIGINT NOT NULL, CONSTRAINT pk_t PRIMARY KEY (id))");
    Migrator migrator = migrator(database, first());
    HistoryException refused = assertThrows(HistoryException.class, migrator::upgrade);
    assertTrue(refused.getMessage().contains("stamp(\"first\")"), refused.getMessage());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
    migrator.stamp("heads");
    assertTrue(migrator.upgrade().isEmpty());
  }

  @Test
  default void theHistoryTableCanHaveAnotherName() {
    DataSource database = emptyDatabase();
    Migrator migrator = Migrator.on(database).revisions(first()).historyTable("My History").build();
    migrator.upgrade();
    assertTrue(migrator.upgrade().isEmpty());
    assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
  }
}

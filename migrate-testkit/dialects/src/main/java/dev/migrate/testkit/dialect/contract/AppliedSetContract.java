package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.notNull;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.adding;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.ids;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.missing;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.refused;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.requireConflict;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.requireQuiet;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.revision;
import static dev.migrate.testkit.dialect.contract.ChangedLineages.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.report.Conflict;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanException;
import dev.migrate.report.StatementException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What is applied is what the history says, closed under ancestors or not: a revision that is
 * missing below an applied one runs late or is refused, and never passed over. A dialect proves it
 * by implementing this interface in a test.
 */
public interface AppliedSetContract extends DatabaseContract {

  @Test
  default void aDependencyThatIsAddedLaterRunsIfItIsIndependent() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("b after r1", "b")).upgrade();
    Revision[] merged = {
      table("r1", "t"), adding("mine after r1", "a"), adding("b after r1 dependsOn mine", "b")
    };
    Migrator migrator = migrator(database, merged);
    assertEquals("mine", missing(migrator));
    assertEquals("b", ids(migrator.current()));
    assertEquals(List.of(RevisionId.of("mine")), migrator.upgradeScript("b").plan().revisions());
    assertEquals("mine", ids(migrator.upgrade("b")));
    assertEquals(List.of("1 null null"), rows(database, "SELECT id, a, b FROM t"));
    assertEquals(
        List.of("mine"), rows(database, "SELECT dependencies FROM migrate_history WHERE id = 'b'"));
    assertEquals("", missing(migrator));
    requireQuiet(database, merged);
    assertEquals("b mine", ids(migrator.downgrade("r1")));
    assertEquals("mine b", ids(migrator.upgrade()));
    requireQuiet(database, merged);
  }

  @Test
  default void aDependencyThatIsAddedLaterIsRefusedBesideRawSqlThatDeclaresNothing() {
    DataSource database = emptyDatabase();
    Consumer<Operations> update =
        op -> op.execute(sql("UPDATE t SET id = 2 WHERE id = 1").needsNoUndo());
    migrator(database, table("r1", "t"), revision("b after r1", update)).upgrade();
    Revision mine = adding("mine after r1", "a");
    Migrator migrator =
        migrator(database, table("r1", "t"), mine, revision("b after r1 dependsOn mine", update));
    HistoryException refused = refused(migrator);
    requireConflict(refused, "mine", "b");
    assertEquals(Conflict.Kind.UNKNOWN, refused.conflicts().get(0).kind());
    assertThrows(HistoryException.class, () -> migrator.upgrade("mine"));
    assertEquals("mine", missing(migrator));
    Revision[] declared = {
      table("r1", "t"),
      mine,
      revision(
          "b after r1 dependsOn mine",
          op ->
              op.execute(
                  sql("UPDATE t SET id = 2 WHERE id = 1")
                      .reads("t", "id")
                      .writes("t", "id")
                      .needsNoUndo()))
    };
    assertEquals("mine", ids(migrator(database, declared).upgrade()));
    assertEquals(List.of("2 null"), rows(database, "SELECT id, a FROM t"));
    requireQuiet(database, declared);
  }

  @Test
  default void codeThatDeclaresNothingIsInConflictWithWhatIsMissingBelowIt() {
    DataSource database = emptyDatabase();
    Consumer<Operations> nothing = op -> op.run(code("nothing", context -> {}).needsNoUndo());
    migrator(database, table("r1", "t"), revision("b after r1", nothing)).upgrade();
    Revision later = revision("b after mine", nothing);
    HistoryException refused =
        refused(migrator(database, table("r1", "t"), adding("mine after r1", "a"), later));
    requireConflict(refused, "mine", "b");
    Migrator accepting =
        Migrator.on(database)
            .revisions(table("r1", "t"), adding("mine after r1", "a"), later)
            .acceptConflict("mine", "b", "it does nothing")
            .build();
    assertEquals("mine", ids(accepting.upgrade()));
    requireQuiet(database, table("r1", "t"), adding("mine after r1", "a"), later);
  }

  @Test
  default void aRevisionPutInBetweenRunsIfItIsIndependent() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("r3 after r1", "c"), adding("r4 after r3", "d"))
        .upgrade();
    Revision[] longer = {
      table("r1", "t"),
      adding("r2 after r1", "b"),
      adding("r3 after r2", "c"),
      adding("r4 after r3", "d"),
      adding("r5 after r4", "e")
    };
    Migrator migrator = migrator(database, longer);
    assertEquals("r2 r3 r4", ids(migrator.history("r2:current")));
    assertEquals("r2", ids(migrator.upgrade("+1")));
    assertEquals("r5", ids(migrator.upgrade()));
    requireQuiet(database, longer);
    assertEquals("r5 r4 r3 r2 r1", ids(migrator.downgrade("base")));
  }

  @Test
  default void aRevisionPutInBetweenIsRefusedIfWhatComesAfterItTouchesTheSame() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("r3 after r1", "c")).upgrade();
    Migrator migrator =
        migrator(
            database,
            table("r1", "t"),
            revision("r2 after r1", op -> op.renameTable("t", "u")),
            revision("r3 after r2", op -> op.addColumn("t", column("c", varchar(10)))));
    HistoryException refused = refused(migrator);
    requireConflict(refused, "r2", "r3");
    String advice = "downgrade(\"r2@base\")";
    assertTrue(refused.getMessage().contains(advice), refused.getMessage());
  }

  @Test
  default void theWayOutByADowngradeWorks() {
    DataSource database = emptyDatabase();
    migrator(
            database,
            table("r1", "t"),
            adding("r3 after r1", "c"),
            revision("r4 after r3", op -> op.renameColumn("t", "c", "d")))
        .upgrade();
    Revision[] revisions = {
      table("r1", "t"),
      revision(
          "r2 after r1",
          op -> {
            op.addColumn("t", column("d", varchar(10)));
            op.dropColumn("t", "d");
          }),
      adding("r3 after r2", "c"),
      revision("r4 after r3", op -> op.renameColumn("t", "c", "d"))
    };
    HistoryException refused = refused(migrator(database, revisions));
    requireConflict(refused, "r2", "r4");
    assertTrue(refused.getMessage().contains("downgrade(\"r2@base\")"), refused.getMessage());
    assertEquals("r4 r3", ids(migrator(database, revisions).downgrade("r2@base")));
    assertEquals("r2 r3 r4", ids(migrator(database, revisions).upgrade()));
    requireQuiet(database, revisions);
  }

  @Test
  default void aNewRootBelowRunsIfItIsIndependent() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t")).upgrade();
    Revision[] rooted = {table("r0", "zero"), table("r1 after r0", "t")};
    assertEquals("r0", ids(migrator(database, rooted).upgrade()));
    requireQuiet(database, rooted);
    assertEquals("r1 r0", ids(migrator(database, rooted).downgrade("base")));
  }

  @Test
  default void aSecondParentRunsIfItIsIndependent() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("r2 after r1", "b"), adding("r3 after r2", "c"))
        .upgrade();
    Revision[] joined = {
      table("r1", "t"),
      adding("r2 after r1", "b"),
      adding("side after r1", "s"),
      adding("r3 after r2 side", "c")
    };
    assertEquals("side", ids(migrator(database, joined).upgrade("r3")));
    requireQuiet(database, joined);
    assertEquals("r3", ids(migrator(database, joined).downgrade("-1")));
  }

  @Test
  default void edgesBetweenAppliedRevisionsCanBeAddedAndTakenAway() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("a after r1", "a"), adding("b after r1", "b"))
        .upgrade();
    requireQuiet(
        database,
        table("r1", "t"),
        adding("a after r1", "a"),
        adding("b after r1 dependsOn a", "b"));
    Revision[] turned = {
      table("r1", "t"),
      adding("a after b", "a"),
      adding("b after r1", "b"),
      adding("c after a", "c")
    };
    assertEquals("c", ids(migrator(database, turned).upgrade()));
    requireQuiet(database, turned);
    assertEquals("c a b", ids(migrator(database, turned).downgrade("r1")));
  }

  @Test
  default void edgesThatTurnAroundWhatAppliedRevisionsBuildOnAreRefused() {
    DataSource database = emptyDatabase();
    Consumer<Operations> one = op -> op.insert("t", columns("id"), row(2));
    Consumer<Operations> two = op -> op.delete("t", columns("id"), row(2));
    migrator(database, table("r1", "t"), revision("a after r1", one), revision("b after a", two))
        .upgrade();
    Migrator turned =
        migrator(
            database, table("r1", "t"), revision("b after r1", two), revision("a after b", one));
    HistoryException refused = refused(turned);
    requireConflict(refused, "b", "a");
    assertThrows(HistoryException.class, () -> turned.downgrade("base"));
    assertTrue(
        migrator(
                database, table("r1", "t"), revision("a after r1", one), revision("b after a", two))
            .upgrade()
            .isEmpty());
  }

  @Test
  default void anEdgeThatIsTakenAwayDoesNotLetADowngradeBreakWhatStays() {
    DataSource database = emptyDatabase();
    Revision base = table("r1", "t");
    Revision first = adding("a after r1", "a");
    Consumer<Operations> fill = op -> op.update("t", set("a", "x").inEveryRow().needsNoUndo());
    migrator(database, base, first, revision("b after a", fill)).upgrade();
    Consumer<Operations> raw =
        op ->
            op.execute(sql("UPDATE t SET id = 1").reads("t", "id").writes("t", "id").needsNoUndo());
    DataSource other = emptyDatabase();
    migrator(other, base, first, revision("b after a", raw)).upgrade();
    assertEquals(
        "a", ids(migrator(other, base, first, revision("b after r1", raw)).downgrade("a@base")));
    Migrator apart = migrator(database, base, first, revision("b after r1", fill));
    assertThrows(PlanException.class, () -> apart.downgrade("a@base"));
    assertEquals(List.of("1 x"), rows(database, "SELECT id, a FROM t"));
  }

  @Test
  default void whatIsMissingAndFitsOnlyBeforeWhatIsAppliedIsRefused() {
    DataSource database = emptyDatabase();
    migrator(
            database,
            table("r1", "t"),
            revision("r3 after r1", op -> op.createTable("u", column("id", integer()))))
        .upgrade();
    HistoryException refused =
        refused(
            migrator(
                database,
                table("r1", "t"),
                revision("r2 after r1", op -> op.createTable("u", column("id", integer()))),
                revision("r3 after r2", op -> op.createTable("u", column("id", integer())))));
    requireConflict(refused, "r2", "r3");
  }

  @Test
  default void aTargetThatDoesNotNeedWhatIsMissingLeavesItAlone() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("b after r1", "b")).upgrade();
    Migrator migrator =
        migrator(
            database,
            table("r1", "t"),
            adding("mine after r1", "a"),
            adding("b after mine", "b"),
            revision(
                "other after r1",
                op -> op.addColumn("t", column("o", integer()).notNull().defaultTo(0))));
    assertEquals("other", ids(migrator.upgrade("other")));
    assertEquals("mine", missing(migrator));
    assertEquals("mine", ids(migrator.upgrade()));
  }

  @Test
  default void aLateRevisionThatWasKilledGoesOn() {
    DataSource database = emptyDatabase();
    migrator(database, table("r1", "t"), adding("r3 after r1", "c")).upgrade();
    Revision failing =
        revision(
            "r2 after r1",
            op -> {
              op.addColumn("t", column("b", varchar(10)));
              op.alterColumn("t", "b", notNull());
            });
    Migrator migrator = migrator(database, table("r1", "t"), failing, adding("r3 after r2", "c"));
    assertThrows(StatementException.class, migrator::upgrade);
    execute(database, "DELETE FROM t");
    assertEquals("r2", ids(migrator.upgrade()));
    requireQuiet(database, table("r1", "t"), failing, adding("r3 after r2", "c"));
  }
}

package dev.migrate.engine.trial;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.trial.TrialDatabase.Contents;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanException;
import dev.migrate.report.SchemaMismatchException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is refused before anything runs, because history, code and database do not agree. */
class RefusalTest {

  private static final Revision A = TrialRevisions.table("a");
  private static final Revision B = TrialRevisions.table("a", "b");

  private final TrialDatabase database = new TrialDatabase();

  private void refused(
      Class<? extends RuntimeException> kind, String message, ThrowingCallable call) {
    Contents before = database.contents();
    assertThatThrownBy(call).isInstanceOf(kind).hasMessageContaining(message);
    assertThat(database.contents()).isEqualTo(before);
  }

  @Test
  void aFirstUpgradeWhoseTablesAreThereAlready() {
    database.execute("CREATE TABLE a (n INTEGER)");
    assertThatThrownBy(() -> database.migrator(A).upgrade())
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("but the tables are there already");
    assertThat(database.tables()).containsExactly("a");
  }

  @Test
  void aRevisionThatWasChangedAfterItWasApplied() {
    database.migrator(A).upgrade();
    Revision changed = TrialRevisions.root("a", op -> op.createTable("a", column("m", integer())));
    refused(
        HistoryException.class,
        "revisions were changed after they had been applied",
        () -> database.migrator(changed, B).upgrade());
  }

  @Test
  void aHistoryWithoutARevisionThatAppliedOnesNeed() {
    Revision needs = TrialRevisions.after("a", "b", op -> op.dropColumn("a", "n"));
    Revision wide =
        TrialRevisions.root(
            "a", op -> op.createTable("a", column("n", integer()), column("m", integer())));
    database.migrator(wide, needs).upgrade();
    database.execute("DELETE FROM migrate_history WHERE id = 'a'");
    refused(
        HistoryException.class,
        "revision a is missing below an applied one, and cannot run after it",
        () -> database.migrator(wide, needs).upgrade());
    refused(
        HistoryException.class,
        "the applied revisions do not fit together without what is missing below them",
        () -> database.migrator(wide, needs).downgrade("base"));
  }

  @Test
  void aRevisionWhoseRowIsGoneWhileItsTableIsThere() {
    database.migrator(A, B).upgrade();
    database.execute("DELETE FROM migrate_history WHERE id = 'a'");
    refused(
        HistoryException.class,
        "revision a is missing in the history, but the database has what it makes",
        () -> database.migrator(A, B).upgrade());
  }

  @Test
  void aRevisionBelowAnAppliedOneThatItIsInConflictWith() {
    Revision t = TrialRevisions.root("a", op -> op.createTable("t", column("n", integer())));
    Revision renames = TrialRevisions.after("a", "c", op -> op.renameColumn("t", "n", "m"));
    database.migrator(t, renames).upgrade();
    Revision between = TrialRevisions.after("a", "b", op -> op.createIndex("t", index("n")));
    Revision moved = Revision.of(Lineage.of("c").after("b"), op -> op.renameColumn("t", "n", "m"));
    refused(
        HistoryException.class,
        "and cannot run after it",
        () -> database.migrator(t, between, moved).upgrade());
  }

  @Test
  void rawSqlOfARevisionThatOnlyTheHistoryKnows() {
    Revision raw =
        TrialRevisions.after(
            "a",
            "raw",
            op -> op.execute(sql("CREATE TABLE raw (n INTEGER)").undoneBy("DROP TABLE raw")));
    database.migrator(A, raw).upgrade();
    refused(
        PlanException.class,
        "revision raw cannot be undone",
        () -> database.migrator(A).downgrade("base"));
  }

  @Test
  void aRevisionThatARemainingOneUses() {
    Revision copies = copying(Lineage.of("b").after("a"));
    database.migrator(A, copies).upgrade();
    refused(
        PlanException.class,
        "revision a cannot be undone while b is applied",
        () -> database.migrator(A, copying(Lineage.of("b").root())).downgrade("a@base"));
  }

  private static Revision copying(Lineage lineage) {
    return Revision.of(
        lineage,
        op ->
            op.execute(
                sql("CREATE TABLE copy AS SELECT n FROM a")
                    .reads("a")
                    .means(o -> o.createTable("copy", column("n", integer())))));
  }

  @Test
  void aStampOfWhatTheDatabaseIsNot() {
    database.execute("CREATE TABLE a (n VARCHAR(9))");
    assertThatThrownBy(() -> database.migrator(A).stamp("head"))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("column a.n: type");
    assertThat(database.rows("SHOW TABLES").toString()).doesNotContain("MIGRATE_HISTORY");
  }

  @Test
  void aStampRecordsWhatIsThereAndRunsNothing() {
    database.execute("CREATE TABLE a (n INTEGER)");
    database.migrator(A, B).stamp("a");
    assertThat(database.states(A, B)).isEqualTo("[x] a, [ ] b");
    database.migrator(A, B).upgrade();
    assertThat(database.count("CREATE TABLE a ")).isZero();
    assertThat(database.states(A, B)).isEqualTo("[x] a, [x] b");
    database.migrator(A, B).stampAccepting("the table stays", "a");
    assertThat(database.states(A, B)).isEqualTo("[x] a, [ ] b");
  }
}

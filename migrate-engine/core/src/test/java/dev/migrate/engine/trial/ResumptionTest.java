package dev.migrate.engine.trial;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.trial.TrialDatabase.Killed;
import dev.migrate.error.MigrateException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Settlement;
import dev.migrate.report.StatementException;
import org.junit.jupiter.api.Test;

/** What the next call does with a revision that began and did not end. */
class ResumptionTest {

  private static final Revision A = TrialRevisions.table("a");
  private static final Revision THREE = TrialRevisions.threeStatements(Lineage.of("t").after("a"));

  private final TrialDatabase database = new TrialDatabase();

  /** A table, and a column that raw SQL adds. */
  private static Revision withSql(String table, String addsColumn) {
    return TrialRevisions.after(
        "a",
        "t",
        op -> {
          op.createTable(table, column("n", integer()));
          op.execute(sql(addsColumn).means(o -> o.addColumn(table, column("m", integer()))));
        });
  }

  private static final Revision WRONG = withSql("t", "NONSENSE");

  private void fail() {
    StatementException failure =
        catchThrowableOfType(StatementException.class, () -> database.migrator(A, WRONG).upgrade());
    assertThat(failure.revision()).isEqualTo(RevisionId.of("t"));
    assertThat(failure.statement()).isEqualTo(2);
    assertThat(failure.sql()).isEqualTo("NONSENSE");
    assertThat(failure.done()).containsExactly(RevisionId.of("a"));
    assertThat(database.states(A, WRONG)).isEqualTo("[x] a, [>] t");
    database.forgetEvents();
  }

  @Test
  void aCorrectedRevisionGoesOnAfterWhatWasExecuted() {
    fail();
    Revision right = withSql("t", "ALTER TABLE t ADD COLUMN m INTEGER");
    database.migrator(A, right).upgrade();
    assertThat(database.count("CREATE TABLE t ")).isZero();
    assertThat(database.states(A, right)).isEqualTo("[x] a, [x] t");

    TrialDatabase smooth = new TrialDatabase();
    smooth.migrator(A, right).upgrade();
    assertThat(database.contents()).isEqualTo(smooth.contents());
  }

  @Test
  void aCorrectedRevisionThatIsKilledIsEndedByTheNextCall() {
    fail();
    String addsColumn = "ALTER TABLE t ADD COLUMN m INTEGER";
    Revision right = withSql("t", addsColumn);
    database.killAfter(addsColumn);
    assertThatThrownBy(() -> database.migrator(A, right).upgrade()).isInstanceOf(Killed.class);
    database.forgetEvents();
    database.migrator(A, right).upgrade();
    assertThat(database.count(addsColumn)).isZero();
    assertThat(database.states(A, right)).isEqualTo("[x] a, [x] t");
  }

  @Test
  void aRevisionThatWasChangedWhereItAlreadyRanIsRefused() {
    fail();
    Revision other = withSql("other", "ALTER TABLE other ADD COLUMN m INTEGER");
    assertThatThrownBy(() -> database.migrator(A, other).upgrade())
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("revision t was changed where it already ran");
    assertThat(database.tables()).containsExactly("a", "t");
  }

  @Test
  void aRevisionThatIsGoneFromTheCodeIsEndedFromTheHistory() {
    database.killAfter("ALTER TABLE t ADD COLUMN second_t");
    killed();
    database.migrator(A).upgrade();
    assertThat(database.states(A, THREE)).isEqualTo("[x] a, [x] t");
  }

  @Test
  void aDowngradeEndsFirstWhatWasGoingUp() {
    database.killAfter("ALTER TABLE t ADD COLUMN second_t");
    killed();
    database.migrator(A, THREE).downgrade("-1");
    assertThat(database.count("ALTER TABLE t ADD COLUMN third_t")).isEqualTo(1);
    assertThat(database.states(A, THREE)).isEqualTo("[x] a, [ ] t");
    assertThat(database.tables()).containsExactly("a");
  }

  @Test
  void aRevisionOfWhichNothingRanIsForgottenByADowngrade() {
    database.killBefore("CREATE TABLE t ");
    killed();
    database.migrator(A, THREE).downgrade("-1");
    assertThat(database.count("CREATE TABLE t ")).isZero();
    assertThat(database.count("DROP TABLE t")).isZero();
    assertThat(database.states(A, THREE)).isEqualTo("[x] a, [ ] t");
  }

  @Test
  void anUpgradeEndsFirstWhatWasGoingDown() {
    database.migrator(A, THREE).upgrade();
    database.killAfter("ALTER TABLE t DROP COLUMN third_t");
    assertThatThrownBy(() -> database.migrator(A, THREE).downgrade("base"))
        .isInstanceOf(Killed.class);
    database.forgetEvents();
    database.migrator(A, THREE).upgrade();
    assertThat(database.count("ALTER TABLE t DROP COLUMN third_t")).isZero();
    assertThat(database.count("DROP TABLE t")).isEqualTo(1);
    assertThat(database.states(A, THREE)).isEqualTo("[x] a, [x] t");
  }

  @Test
  void aRowThatSomebodyElseWroteToIsRefused() {
    for (String change : new String[] {"statement_digest = 'other'", "statement = 9"}) {
      TrialDatabase killed = new TrialDatabase();
      killed.killAfter("ALTER TABLE t ADD COLUMN second_t");
      assertThatThrownBy(() -> killed.migrator(A, THREE).upgrade()).isInstanceOf(Killed.class);
      killed.execute("UPDATE migrate_history SET " + change + " WHERE id = 't'");
      assertThatThrownBy(() -> killed.migrator(A, THREE).upgrade())
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining("revision t began with other statements than it has now");
    }
  }

  @Test
  void onlyAQuestionCanBeSettled() {
    database.migrator(A).upgrade();
    assertThatThrownBy(() -> database.migrator(A).settle(RevisionId.of("a"), Settlement.EXECUTED))
        .isInstanceOf(MigrateException.class);
  }

  private void killed() {
    assertThatThrownBy(() -> database.migrator(A, THREE).upgrade()).isInstanceOf(Killed.class);
    database.forgetEvents();
  }
}

package dev.migrate.engine.trial;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.trial.TrialDatabase.Killed;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.Settlement;
import org.junit.jupiter.api.Test;

/** Whether a statement was executed before a crash is seen in the schema, or asked for. */
class DoubtTest {

  private static final RevisionId T = RevisionId.of("t");
  private static final Revision THREE = TrialRevisions.threeStatements(Lineage.of("t").root());
  private static final String SECOND = "ALTER TABLE t ADD COLUMN second_t";
  private static final String THIRD = "ALTER TABLE t ADD COLUMN third_t";

  private static final Revision RAW =
      TrialRevisions.root(
          "t",
          op -> {
            op.createTable("t", column("n", integer()));
            op.execute(sql("CREATE TABLE raw (n INTEGER)").undoneBy("DROP TABLE raw"));
          });

  private final TrialDatabase database = new TrialDatabase();

  private void killed(Revision... revisions) {
    assertThatThrownBy(() -> database.migrator(revisions).upgrade()).isInstanceOf(Killed.class);
    database.forgetEvents();
  }

  private InDoubtException asked(Revision revision) {
    InDoubtException question =
        catchThrowableOfType(InDoubtException.class, () -> database.migrator(revision).upgrade());
    assertThat(question).as("the question").isNotNull();
    database.forgetEvents();
    return question;
  }

  @Test
  void aStatementWhoseChangeIsThereIsNotRepeated() {
    database.killAfter(SECOND);
    killed(THREE);
    database.migrator(THREE).upgrade();
    assertThat(database.count(SECOND)).isZero();
    assertThat(database.count(THIRD)).isEqualTo(1);
    assertThat(database.states(THREE)).isEqualTo("[x] t");
  }

  @Test
  void aStatementWhoseChangeIsNotThereRuns() {
    database.killBefore(SECOND);
    killed(THREE);
    database.migrator(THREE).upgrade();
    assertThat(database.count("CREATE TABLE t ")).isZero();
    assertThat(database.count(SECOND)).isEqualTo(1);
    assertThat(database.states(THREE)).isEqualTo("[x] t");
  }

  @Test
  void whatAStatementDoesNotChangeDoesNotMatter() {
    database.killAfter(SECOND);
    killed(THREE);
    database.execute("CREATE INDEX by_hand ON t (n)", "ALTER TABLE t ADD COLUMN own INTEGER");
    database.migrator(THREE).upgrade();
    assertThat(database.count(SECOND)).isZero();
    assertThat(database.states(THREE)).isEqualTo("[x] t");
  }

  @Test
  void aSchemaThatIsNeitherAsBeforeNorAsAfterIsAQuestion() {
    database.killAfter(SECOND);
    killed(THREE);
    database.execute("ALTER TABLE t ALTER COLUMN second_t VARCHAR(9)");

    InDoubtException question = asked(THREE);
    assertThat(question)
        .hasMessageContaining("was statement 2 of revision t executed?")
        .hasMessageContaining("neither as before it nor as after it");
    assertThat(question.revision()).isEqualTo(T);
    assertThat(question.statement()).isEqualTo(2);
    assertThat(question.sql()).isEqualTo("ALTER TABLE t ADD COLUMN second_t INTEGER");
    assertThat(database.states(THREE)).isEqualTo("[>] t");

    database.migrator(THREE).settle(T, Settlement.EXECUTED);
    database.migrator(THREE).upgrade();
    assertThat(database.count(SECOND)).isZero();
    assertThat(database.count(THIRD)).isEqualTo(1);
    assertThat(database.states(THREE)).isEqualTo("[x] t");
  }

  @Test
  void theAnswerNotExecutedRunsTheStatement() {
    database.killAfter(SECOND);
    killed(THREE);
    database.execute("ALTER TABLE t ALTER COLUMN second_t VARCHAR(9)");
    asked(THREE);
    database.execute("ALTER TABLE t DROP COLUMN second_t");
    database.migrator(THREE).settle(T, Settlement.NOT_EXECUTED);
    database.migrator(THREE).upgrade();
    assertThat(database.count(SECOND)).isEqualTo(1);
    assertThat(database.states(THREE)).isEqualTo("[x] t");
  }

  @Test
  void rawSqlThatDeclaresNothingIsAQuestionWhetherItRanOrNot() {
    database.killBefore("CREATE TABLE raw");
    killed(RAW);
    assertThat(asked(RAW)).hasMessageContaining("nothing was declared about what it does");
    database.migrator(RAW).settle(T, Settlement.NOT_EXECUTED);
    database.migrator(RAW).upgrade();
    assertThat(database.tables()).containsExactly("raw", "t");

    TrialDatabase other = new TrialDatabase();
    other.killAfter("CREATE TABLE raw");
    assertThatThrownBy(() -> other.migrator(RAW).upgrade()).isInstanceOf(Killed.class);
    assertThatThrownBy(() -> other.migrator(RAW).upgrade()).isInstanceOf(InDoubtException.class);
    other.migrator(RAW).settle(T, Settlement.EXECUTED);
    other.migrator(RAW).upgrade();
    assertThat(other.states(RAW)).isEqualTo("[x] t");
  }

  @Test
  void rowsAreRolledBackTogetherWithTheProgressOfTheirRevision() {
    Revision rows =
        TrialRevisions.root(
            "t",
            op -> {
              op.createTable("t", column("n", integer()).notNull());
              op.insert("t", columns("n"), row(1), row(2));
              op.addColumn("t", column("m", integer()));
            });
    for (String statement : new String[] {"INSERT INTO t", "ALTER TABLE t ADD COLUMN m"}) {
      TrialDatabase killed = new TrialDatabase();
      killed.killAfter(statement);
      assertThatThrownBy(() -> killed.migrator(rows).upgrade()).isInstanceOf(Killed.class);
      killed.migrator(rows).upgrade();
      assertThat(killed.rows("SELECT n FROM t ORDER BY n")).containsExactly("1", "2");
      assertThat(killed.states(rows)).isEqualTo("[x] t");
    }
  }
}

package dev.migrate.engine.plan;

import static dev.migrate.Ddl.H2;
import static dev.migrate.Ddl.POSTGRESQL;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Revision CREATE =
      Revision.of(
          Lineage.of("create").root(),
          op ->
              op.createTable(
                  "t",
                  column("id", integer()).notNull(),
                  column("a", varchar(9)),
                  primaryKey("id")));

  private static Revision then(String id, String parent, Consumer<Operations> upgrade) {
    return Revision.of(Lineage.of(id).after(parent), upgrade);
  }

  private static Planner planner(Set<String> applied, Revision... revisions) {
    CodeRevisions known = CodeRevisions.of(List.of(revisions));
    Set<RevisionId> ids = applied.stream().map(RevisionId::of).collect(Collectors.toSet());
    return new Planner(new AppliedState(known, RecordedHistory.NONE, ids, List.of(H2)));
  }

  private static List<RevisionId> ids(String... ids) {
    return Arrays.stream(ids).map(RevisionId::of).toList();
  }

  @Test
  void everyStepKnowsTheSchemaBeforeAndAfterIt() {
    Revision rename = then("rename", "create", op -> op.renameColumn("t", "a", "b"));
    Plan plan = planner(Set.of(), CREATE, rename).upgrade(ids("create", "rename"));
    QualifiedName t = QualifiedName.of("t");
    assertThat(plan.steps().get(0).before().tables()).isEmpty();
    assertThat(plan.steps().get(1).before().table(t).findColumn("a")).isPresent();
    assertThat(plan.steps().get(1).after().table(t).findColumn("b")).isPresent();
  }

  @Test
  void anOperationThatDoesNotFitIsToldWithTheKnownNames() {
    Revision misspelt = then("misspelt", "create", op -> op.dropColumn("t", "aa"));
    assertThatThrownBy(() -> planner(Set.of("create"), CREATE, misspelt).upgrade(ids("misspelt")))
        .isInstanceOfSatisfying(
            PlanException.class,
            refused -> assertThat(refused.revision()).isEqualTo(RevisionId.of("misspelt")))
        .hasMessageContaining("drop column t.aa")
        .hasMessageContaining("known      id, a");
  }

  @Test
  void aColumnAddedTwiceIsToldWithBothColumns() {
    Revision twice = then("twice", "create", op -> op.addColumn("t", column("a", integer())));
    assertThatThrownBy(() -> planner(Set.of(), CREATE, twice).upgrade(ids("create", "twice")))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("varchar(9)")
        .hasMessageContaining("integer");
  }

  @Test
  void aDowngradeIsDerivedFromTheSchemaBefore() {
    Revision drop = then("drop", "create", op -> op.dropColumn("t", "a"));
    Plan plan = planner(Set.of("create", "drop"), CREATE, drop).downgrade(ids("drop", "create"));
    assertThat(plan.steps().get(0).operations().toString())
        .isEqualTo("[add column t.a varchar(9)]");
    assertThat(plan.steps().get(1).operations().toString()).isEqualTo("[drop table t]");
    assertThat(plan.dataLoss()).containsExactly("create loses the rows of table t");
  }

  @Test
  void aDowngradeOfItsOwnMustLeadBackToTheSchemaBefore() {
    Revision wrong =
        new OwnDowngrade(
            op -> op.addColumn("t", column("b", integer())), op -> op.dropColumn("t", "a"));
    Revision right =
        new OwnDowngrade(
            op -> op.addColumn("t", column("b", integer())), op -> op.dropColumn("t", "b"));
    assertThatThrownBy(() -> planner(Set.of("create", "own"), CREATE, wrong).downgrade(ids("own")))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(
            "column t.a\n               expected  a varchar(9)\n               actual    missing")
        .hasMessageContaining(
            "column t.b\n               expected  missing\n               actual    b integer");
    assertThat(planner(Set.of("create", "own"), CREATE, right).downgrade(ids("own")).steps())
        .hasSize(1);
  }

  @Test
  void whatHasNoInverseIsRefusedWithWhatToWrite() {
    Revision raw = then("raw", "create", op -> op.execute(sql("UPDATE t SET a = 'x'")));
    assertThatThrownBy(() -> planner(Set.of("create", "raw"), CREATE, raw).downgrade(ids("raw")))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining(".undoneBy(");
  }

  @Test
  void whatBelongsToAnotherDialectIsLeftOut() {
    Revision both =
        then(
            "both",
            "create",
            op -> {
              op.on(POSTGRESQL, pg -> pg.dropTable("nowhere"));
              op.on(H2, h2 -> h2.dropColumn("t", "a"));
            });
    PlanStep step = planner(Set.of("create"), CREATE, both).upgrade(ids("both")).steps().get(0);
    assertThat(step.operations().toString()).isEqualTo("[drop column t.a]");
  }

  @Test
  void aPlanPrintsWhatGoesIntoAnIssue() {
    Revision drop =
        Revision.of(
            Lineage.of("drop").after("create").message("nobody reads it"),
            op -> op.dropColumn("t", "a"));
    assertThat(planner(Set.of("create"), CREATE, drop).upgrade(ids("drop")).toString())
        .isEqualTo(
            """
            upgrade of 1 revision
              up   drop: nobody reads it
                     drop column t.a
                     loses the values of column t.a\
            """);
  }

  private record OwnDowngrade(Consumer<Operations> up, Consumer<Operations> down)
      implements Revision {

    @Override
    public Lineage lineage() {
      return Lineage.of("own").after("create");
    }

    @Override
    public void upgrade(Operations op) {
      up.accept(op);
    }

    @Override
    public void downgrade(Operations op) {
      down.accept(op);
    }
  }
}

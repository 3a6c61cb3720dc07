package dev.migrate.engine;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.schema.DialectName.MYSQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Reconciliation;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.trial.TrialDialect;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.ConflictException;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphSchemaTest {

  private static final Revision USER =
      Revision.of(
          Lineage.of("user").root(),
          op -> op.createTable("user", column("id", bigint()), column("name", varchar(20))));
  private static final Revision EMAIL =
      Revision.of(
          Lineage.of("email").after("user"),
          op -> op.addColumn("user", column("email", varchar(320))));
  private static final Revision AGE =
      Revision.of(
          Lineage.of("age").after("user"), op -> op.addColumn("user", column("age", integer())));

  private static Schema schema(Revision... revisions) {
    return RevisionGraph.of(List.of(revisions)).schema(new TrialDialect());
  }

  private static List<String> columns(Schema schema) {
    return schema.table(QualifiedName.of("user")).columns().stream()
        .map(Column::name)
        .sorted()
        .toList();
  }

  @Test
  void headsThatAgreeAreFoldedTogetherInAnyOrder() {
    assertThat(columns(schema(USER, EMAIL, AGE))).containsExactly("age", "email", "id", "name");
    assertThat(schema(AGE, USER, EMAIL)).isEqualTo(schema(USER, EMAIL, AGE));
    assertThat(schema()).isEqualTo(Schema.empty());
  }

  @Test
  void headsInConflictAreRefused() {
    Revision dropped =
        Revision.of(Lineage.of("dropped").after("user"), op -> op.dropColumn("user", "name"));
    Revision renamed =
        Revision.of(
            Lineage.of("renamed").after("user"), op -> op.renameColumn("user", "name", "login"));
    assertThatThrownBy(() -> schema(USER, dropped, renamed))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("column user.name");
  }

  @Test
  void anAcceptedConflictIsNone() {
    Revision one =
        Revision.of(
            Lineage.of("one").after("user"),
            op ->
                op.execute(sql("UPDATE user SET name = 'x'").writes("user", "name").needsNoUndo()));
    Revision other =
        Revision.of(Lineage.of("other").after("user"), op -> op.dropColumn("user", "name"));
    RevisionGraph graph = RevisionGraph.of(USER, one, other);
    assertThatThrownBy(() -> graph.schema(new TrialDialect()))
        .isInstanceOf(ConflictException.class);

    RevisionGraph accepting =
        graph.acceptConflict(RevisionId.of("one"), RevisionId.of("other"), "the name is obsolete");

    assertThat(columns(accepting.schema(new TrialDialect()))).containsExactly("id");
    assertThat(columns(accepting.with(AGE).schema(new TrialDialect())))
        .containsExactly("age", "id");
    assertThat(accepting.conflicts()).isEmpty();
    assertThat(
            OfflineMigrator.of(new TrialDialect(), accepting).upgradeScript("base:heads").steps())
        .hasSize(3);
    assertThatThrownBy(
            () -> graph.acceptConflict(RevisionId.of("one"), RevisionId.of("tow"), "no harm"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("tow");
  }

  @Test
  void aJoinSaysWhatConflictingBranchesMakeTogether() {
    Revision renamed =
        Revision.of(
            Lineage.of("renamed").after("user"), op -> op.renameColumn("user", "name", "login"));
    Revision other =
        Revision.of(
            Lineage.of("other").after("user"), op -> op.renameColumn("user", "name", "nick"));
    Revision join =
        new Revision() {
          @Override
          public Lineage lineage() {
            return Lineage.of("join").after("renamed", "other");
          }

          @Override
          public void upgrade(Operations op) {}

          @Override
          public void reconcile(Reconciliation when) {
            when.runs("renamed").after("other", op -> op.renameColumn("user", "nick", "login"));
            when.runs("other").after("renamed", op -> {});
          }
        };
    assertThat(columns(schema(USER, renamed, other, join))).containsExactly("id", "login");
  }

  @Test
  void anOperationThatDoesNotFitIsRefused() {
    Revision twice =
        Revision.of(
            Lineage.of("twice").after("email"),
            op -> op.addColumn("user", column("email", varchar(320))));
    assertThatThrownBy(() -> schema(USER, EMAIL, twice)).isInstanceOf(PlanException.class);
  }

  /** What is for one database is there on that one only. */
  @Test
  void operationsOfAnotherDialectAreLeftOut() {
    Revision own =
        Revision.of(
            Lineage.of("own").after("user"),
            op ->
                op.on(
                    MYSQL,
                    mysql ->
                        mysql.addColumn(
                            "user", column("at", integer()).defaultTo(expression("1")))));
    assertThat(columns(schema(USER, own))).containsExactly("id", "name");
  }
}

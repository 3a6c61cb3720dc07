package dev.migrate.generate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.Model;
import dev.migrate.model.SchemaSource;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A table that a model does not mention stays; where a new one looks like it, it may be the same
 * table under another name.
 */
class LeftAloneTest {

  private static DeclaredTable table(String name) {
    return dev.migrate.Ddl.table(
        name, column("id", bigint()), column("title", varchar(50)), primaryKey("id"));
  }

  private static final Revision CREATE =
      Revision.of(
          Lineage.of("001").root(),
          op -> {
            op.createTable(
                "purchase", column("id", bigint()), column("title", varchar(50)), primaryKey("id"));
            op.createTable("audit", column("at", timestamp()));
          });

  /** As one of entity classes: what it does not mention, it takes over. */
  private static SchemaSource entities(DeclaredTable... tables) {
    return (dialect, recorded) -> {
      Schema schema = Model.of(tables).declared(dialect, recorded).schema();
      List<ElementName> leftAlone = new ArrayList<>();
      for (Table table : recorded.tables()) {
        if (schema.findTable(table.name()).isEmpty()) {
          schema = schema.with(table);
          leftAlone.add(ElementName.table(table.name()));
        }
      }
      return DeclaredSchema.of(schema).withLeftAlone(leftAlone);
    };
  }

  private static GeneratedRevision generated(Answers answers, DeclaredTable... tables) {
    return Generator.of(RevisionGraph.of(List.of(CREATE)))
        .dialect(H2)
        .model(entities(tables))
        .answers(answers)
        .generate("change")
        .orElseThrow();
  }

  private static List<String> operations(GeneratedRevision revision) {
    return revision.operations().stream().map(Operation::toString).toList();
  }

  @Test
  void aNewTableThatLooksLikeItIsAQuestion() {
    assertThatThrownBy(() -> generated(Answers.none(), table("sale")))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining(
            "is the table purchase, which the model does not mention, renamed to sale, or kept, or"
                + " dropped?")
        .hasMessageContaining("--rename purchase=sale")
        .hasMessageContaining("--keep purchase")
        .hasMessageContaining("--drop purchase")
        .hasMessageNotContaining("audit");
  }

  @Test
  void itIsRenamed() {
    GeneratedRevision revision =
        generated(Answers.parse(List.of("--rename", "purchase=sale")), table("sale"));

    assertThat(operations(revision)).containsExactly("rename table purchase to sale");
    assertThat(revision.leftAlone()).extracting(Object::toString).containsExactly("table audit");
  }

  @Test
  void orKept() {
    GeneratedRevision revision =
        generated(Answers.parse(List.of("--keep", "purchase")), table("sale"));

    assertThat(operations(revision)).singleElement().asString().startsWith("create table sale");
    assertThat(revision.leftAlone())
        .extracting(Object::toString)
        .containsExactly("table audit", "table purchase");
  }

  @Test
  void anotherTableIsNoReasonToAsk() {
    DeclaredTable other = dev.migrate.Ddl.table("other", column("number", integer()));

    assertThat(operations(generated(Answers.none(), table("purchase"), other))).hasSize(1);
    assertThat(
            operations(
                generated(
                    Answers.none().renamed("audit", "other").dropped("other.at"),
                    table("purchase"),
                    other)))
        .contains("rename table audit to other");
    assertThatThrownBy(() -> generated(Answers.none().kept("audit"), table("purchase"), other))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("--keep audit belongs to no question");
  }

  /** A table that a revision created, and that no entity maps. */
  @Test
  void itIsDroppedIfSomebodySaysSo() {
    GeneratedRevision revision = generated(Answers.none().dropped("audit"), table("purchase"));

    assertThat(operations(revision)).containsExactly("drop table audit");
    assertThat(revision.destroys()).singleElement().asString().contains("table audit");
    assertThat(revision.leftAlone()).isEmpty();
    assertThat(operations(generated(Answers.parse(List.of("--drop=purchase")), table("sale"))))
        .last()
        .isEqualTo("drop table purchase");
  }
}

package dev.migrate.model;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** A model is put together like a schema, whatever the order of its parts. */
class ModelTest {

  /** A model in the words of revisions asks no dialect. */
  private static final Dialect NONE =
      (Dialect)
          Proxy.newProxyInstance(
              ModelTest.class.getClassLoader(),
              new Class<?>[] {Dialect.class},
              (proxy, method, arguments) -> {
                throw new AssertionError(method);
              });

  private static final DeclaredTable ACCOUNT =
      table(
          "account",
          column("id", bigint()).identity(),
          column("team_id", bigint()),
          column("mood", enumType("mood")),
          column("number", bigint()).defaultTo(nextValue("numbers")),
          primaryKey("id"),
          foreignKey("team_id").references("team", "id"));

  private static final DeclaredTable TEAM =
      table(
          "team",
          column("id", bigint()),
          column("leader_id", bigint()),
          primaryKey("id"),
          foreignKey("leader_id").references("account", "id"));

  private static Model whole(DeclaredTable... tables) {
    return Model.of(tables)
        .withView("second", view("SELECT * FROM first").reads("first"))
        .withView("first", view("SELECT * FROM account").reads("account"))
        .with(sequence("numbers").ownedBy("account", "number"))
        .withEnumType("mood", "glad", "sad")
        .withSchema("billing")
        .with(table("billing.invoice", column("id", bigint())));
  }

  @Test
  void theOrderOfTablesMakesNoDifference() {
    Schema schema = whole(ACCOUNT, TEAM).schema();

    assertThat(whole(TEAM, ACCOUNT).schema()).isEqualTo(schema);
    assertThat(schema.tables()).hasSize(3);
    assertThat(schema.views()).hasSize(2);
    assertThat(schema.hasNamespace("billing")).isTrue();
    assertThat(schema.enumType(QualifiedName.of("mood")).labels()).containsExactly("glad", "sad");
    assertThat(schema.sequence(QualifiedName.of("numbers")).ownedBy()).isPresent();
  }

  @Test
  void aModelOfNothingIsEmpty() {
    assertThat(Model.of().schema()).isEqualTo(Schema.empty());
  }

  @Test
  void everythingThatDoesNotFitIsNamedAtOnce() {
    Model model =
        Model.of(
                ACCOUNT,
                TEAM,
                TEAM,
                table("a", column("id", bigint()), foreignKey("id").references("nowhere", "id")))
            .withView("v", view("SELECT 1").reads("missing"))
            .withEnumType("mood", "glad")
            .withEnumType("mood", "sad");

    assertThatThrownBy(model::schema)
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("the model does not make a schema")
        .hasMessageContaining("team")
        .hasMessageContaining("nowhere")
        .hasMessageContaining("missing")
        .hasMessageContaining("mood")
        .hasMessageContaining("numbers");
  }

  @Test
  void formerNamesBecomeRenames() {
    Model model =
        Model.of(
            table(
                    "billing.person",
                    column("id", bigint()),
                    column("email", varchar(10)).was("mail"),
                    column("b", text()).was("a"))
                .was("account"));

    assertThat(model.withSchema("billing").declared(NONE, Schema.empty()).renames())
        .containsExactly(
            new Rename(ElementName.table(QualifiedName.in("billing", "account")), "person"),
            new Rename(ElementName.column(QualifiedName.in("billing", "person"), "a"), "b"),
            new Rename(ElementName.column(QualifiedName.in("billing", "person"), "mail"), "email"));
  }

  @Test
  void impossibleFormerNamesAreRefused() {
    assertThatThrownBy(() -> table("t", column("a", text()).was("b"), column("b", text())))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("still has a column");
    assertThatThrownBy(() -> table("t", column("a", text()).was("a")))
        .isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> table("t", column("a", text())).was("t"))
        .isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> table("t", column("a", text())).was("s").was("r"))
        .isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> table("t", column("a", text()).was("")))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void ignoringNeedsAReason() {
    assertThatThrownBy(() -> Model.of().ignoring("a", " ")).isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> Model.of().ignoring("", "reason"))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void anIgnoredElementCoversItsParts() {
    QualifiedName odd = QualifiedName.exactly("we.ird");
    IgnoredElement table = new IgnoredElement("\"we.ird\"", "why");
    IgnoredElement column = new IgnoredElement("\"we.ird\".a.b", "why");

    assertThat(table.covers(ElementName.table(odd))).isTrue();
    assertThat(table.covers(ElementName.column(odd, "a.b"))).isTrue();
    assertThat(column.covers(ElementName.column(odd, "a.b"))).isTrue();
    assertThat(column.covers(ElementName.table(odd))).isFalse();
    assertThat(column.covers(ElementName.column(odd, "a"))).isFalse();
    assertThat(table.covers(ElementName.table(QualifiedName.of("weird")))).isFalse();
  }

  @Test
  void aModelDoesNotChange() {
    Model model = Model.of(table("a", column("id", bigint())));
    model.with(table("b", column("id", bigint())));
    model.withSchema("billing");

    assertThat(model.schema().tables()).hasSize(1);
    assertThat(model.schema().namespaces()).isEmpty();
  }
}

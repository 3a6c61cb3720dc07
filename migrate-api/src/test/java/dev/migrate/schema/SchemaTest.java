package dev.migrate.schema;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SchemaException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final EnumType MOOD = new EnumType(QualifiedName.of("mood"), List.of("ok", "bad"));
  private static final View AUTHORS =
      view("SELECT id FROM account").reads("account", "id").named(QualifiedName.of("author"));
  private static final Table ACCOUNT =
      table(
          "account",
          column("id", bigint()),
          column("boss", bigint()).defaultTo(nextValue("ticket").on(H2, nextValue("ticket"))),
          column("mood", enumType("mood").on(MYSQL, array(enumType("mood")))),
          primaryKey("id"),
          foreignKey("boss").references("account", "id"));
  private static final Schema SCHEMA =
      Schema.empty()
          .withNamespace("billing")
          .with(MOOD)
          .with(sequence("ticket"))
          .with(ACCOUNT)
          .with(
              table(
                  "billing.invoice",
                  column("payer", bigint()),
                  foreignKey("payer").references("account", "id")))
          .with(AUTHORS);

  private static Table table(String name, TableElement... elements) {
    return Table.of(QualifiedName.of(name), List.of(elements));
  }

  @Test
  void equalByMeaningWhateverTheHistory() {
    Schema other =
        Schema.empty()
            .with(AUTHORS)
            .with(table("scratch", column("a", text())))
            .with(SCHEMA.table(QualifiedName.of("billing.invoice")))
            .with(ACCOUNT)
            .without(QualifiedName.of("scratch"))
            .with(sequence("ticket"))
            .withNamespace("billing")
            .with(MOOD);
    assertThat(other).isEqualTo(SCHEMA).hasSameHashCodeAs(SCHEMA).hasToString(SCHEMA.toString());
    assertThat(other.withNamespace("x")).isNotEqualTo(SCHEMA);
    assertThat(other.without(AUTHORS.name())).isNotEqualTo(SCHEMA);
    assertThat(other.with(sequence("ticket").incrementedBy(2))).isNotEqualTo(SCHEMA);
  }

  @Test
  void aCopyLeavesTheOldOneAsItWas() {
    Schema before = SCHEMA;
    before.without(ACCOUNT.name());
    before.with(ACCOUNT.withComment(java.util.Optional.of("x")));
    assertThat(before.table(ACCOUNT.name())).isEqualTo(ACCOUNT);
  }

  @Test
  void knowsWhichTablesReferToATable() {
    Table invoice = SCHEMA.table(QualifiedName.of("billing.invoice"));
    assertThat(SCHEMA.tablesReferringTo(ACCOUNT.name())).containsExactly(ACCOUNT, invoice);
    assertThat(SCHEMA.tablesReferringTo(invoice.name())).isEmpty();
    assertThat(SCHEMA.with(invoice.withConstraints(List.of())).tablesReferringTo(ACCOUNT.name()))
        .containsExactly(ACCOUNT);
    assertThat(SCHEMA.without(invoice.name()).tablesReferringTo(ACCOUNT.name()))
        .containsExactly(ACCOUNT);
  }

  @Test
  void tablesViewsSequencesAndEnumTypesShareOneSpaceOfNames() {
    taken("account", "a table");
    taken("author", "a view");
    taken("ticket", "a sequence");
    taken("mood", "an enum type");
    assertThatCode(() -> SCHEMA.requireFree(QualifiedName.of("billing.account")))
        .doesNotThrowAnyException();
  }

  private static void taken(String name, String kind) {
    assertThatThrownBy(() -> SCHEMA.requireFree(QualifiedName.of(name)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("the name " + name + " is taken by " + kind);
  }

  @Test
  void anUnknownNameComesWithTheKnownOnes() {
    assertThatThrownBy(() -> SCHEMA.table(QualifiedName.of("acount")))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            there is no table "acount"
              known      account, billing.invoice
              next       correct the name, or create it in an earlier revision\
            """);
    assertThatThrownBy(() -> SCHEMA.view(QualifiedName.of("x"))).hasMessageContaining("author");
    assertThatThrownBy(() -> SCHEMA.sequence(QualifiedName.of("x"))).hasMessageContaining("ticket");
    assertThatThrownBy(() -> SCHEMA.enumType(QualifiedName.of("x"))).hasMessageContaining("mood");
    assertThatThrownBy(() -> SCHEMA.requireFree(QualifiedName.of("x.y")))
        .hasMessageContaining("there is no schema \"x\"")
        .hasMessageContaining("known      billing");
    assertThatThrownBy(() -> Schema.empty().table(QualifiedName.of("x")))
        .hasMessageContaining("known      none");
  }

  @Test
  void ofThousandsOfTablesTheDozenNearestAreNamed() {
    Schema large = Schema.empty();
    for (int i = 0; i < 5_000; i++) {
      large = large.with(table("table_" + i, column("a", text())));
    }
    Schema schema = large;
    assertThatThrownBy(() -> schema.table(QualifiedName.of("tabel_4711")))
        .hasMessageContaining("known      table_4711, ")
        .hasMessageContaining(" and 4988 more")
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(400));
  }

  @Test
  void everyReferenceFollowsARenamedObject() {
    Schema renamed =
        SCHEMA.renaming(
            name -> name.namespace().isPresent() ? name : name.sibling("x_" + name.name()));
    Table account = renamed.table(QualifiedName.of("x_account"));
    assertThat(account.foreignKeys().get(0).target()).hasToString("x_account");
    assertThat(account.column("boss").defaultValue())
        .contains(nextValue("x_ticket").on(H2, nextValue("x_ticket")));
    assertThat(account.column("mood").type())
        .isEqualTo(enumType("x_mood").on(MYSQL, array(enumType("x_mood"))));
    assertThat(renamed.table(QualifiedName.of("billing.invoice")).foreignKeys().get(0).target())
        .hasToString("x_account");
    assertThat(renamed.view(QualifiedName.of("x_author")).reads().get(0).table())
        .hasToString("x_account");
    assertThat(renamed.names()).hasSize(SCHEMA.names().size());
    assertThat(
            renamed.renaming(
                name ->
                    name.namespace().isPresent() ? name : name.sibling(name.name().substring(2))))
        .isEqualTo(SCHEMA);
  }

  @Test
  void twoNamesCanBeSwapped() {
    Schema two =
        Schema.empty().with(table("a", column("x", text()))).with(table("b", column("y", text())));
    Schema swapped = two.renaming(name -> name.sibling(name.name().equals("a") ? "b" : "a"));
    assertThat(swapped.table(QualifiedName.of("a")).columns())
        .extracting(Column::name)
        .containsExactly("y");
    assertThat(swapped.table(QualifiedName.of("b")).columns())
        .extracting(Column::name)
        .containsExactly("x");
  }

  @Test
  void anEmptySchemaSaysSo() {
    assertThat(Schema.empty()).hasToString("empty schema");
    assertThat(Schema.empty().tables()).isEmpty();
  }
}

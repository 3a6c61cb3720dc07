package dev.migrate.schema;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.SchemaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableTest {

  private static Table table(TableElement... elements) {
    return Table.of(QualifiedName.of("account"), List.of(elements));
  }

  private static final Table ACCOUNT =
      table(
          column("id", bigint()).identity(),
          column("login", varchar(64)).notNull(),
          column("email", varchar(320)),
          column("label", text()).virtualAs("lower(email)"),
          primaryKey("id"),
          unique("login"),
          foreignKey("email").references("mail", "address"),
          check("login <> ''"),
          index("email"),
          index(expression("upper(email)")).where("login IS NOT NULL").named("ix_upper"),
          comment("who"));

  @Test
  void theOrderOfItsPartsDoesNotCount() {
    List<TableElement> elements = new ArrayList<>(ACCOUNT.columns());
    elements.addAll(ACCOUNT.constraints());
    elements.addAll(ACCOUNT.indexes());
    elements.add(comment("who"));
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(elements, random);
      Table shuffled = Table.of(ACCOUNT.name(), elements);
      assertThat(shuffled).isEqualTo(ACCOUNT).hasSameHashCodeAs(ACCOUNT);
    }
  }

  @Test
  void everyPartCounts() {
    List<Table> others =
        List.of(
            ACCOUNT.withName(QualifiedName.of("other")),
            ACCOUNT.withComment(Optional.empty()),
            ACCOUNT.withColumn("email", column("email", varchar(321))),
            ACCOUNT.withConstraints(ACCOUNT.constraints().subList(1, 4)),
            ACCOUNT.withIndexes(List.of()));
    assertThat(others).doesNotContain(ACCOUNT).doesNotHaveDuplicates();
  }

  @Test
  void constraintsAndIndexesAlwaysHaveAName() {
    assertThat(ACCOUNT.constraints())
        .extracting(Constraint::requiredName)
        .containsExactly(
            "pk_account", "uq_account_login", "fk_account_email", "ck_account_fc0d4566");
    assertThat(ACCOUNT.indexes())
        .extracting(Index::requiredName)
        .containsExactly("ix_account_email", "ix_upper");
  }

  @Test
  void columnsOfThePrimaryKeyTakeNoNull() {
    Table keyed = table(column("a", bigint()), column("b", bigint()), primaryKey("a"));
    assertThat(keyed.column("a").nullable()).isFalse();
    assertThat(keyed.column("b").nullable()).isTrue();
  }

  @Test
  void whatCannotBeATableIsRefused() {
    Column a = column("a", bigint());
    refused("has no column", primaryKey("a"));
    refused("has the column a twice", a, a);
    refused("two primary keys", a, primaryKey("a").named("x"), primaryKey("a").named("y"));
    refused("has two constraints uq_account_a", a, unique("a"), unique("a"));
    refused("has two indexes ix_account_a", a, index("a"), index("a"));
    refused("has two comments", a, comment("x"), comment("y"));
    refused("there is no column \"b\" in table account", a, unique("b"));
    refused("there is no column \"b\"", a, index("a").including("b"));
  }

  private static void refused(String problem, TableElement... elements) {
    assertThatThrownBy(() -> table(elements))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("\n  next ");
  }

  @Test
  void aKeyOverAnUnknownColumnSaysWhoWantsItAndWhatIsKnown() {
    assertThatThrownBy(() -> table(column("login", text()), unique("logn")))
        .hasMessage(
            """
            there is no column "logn" in table account
              needed by  uq_account_logn unique (logn)
              known      login
              next       correct the name, or add the column first\
            """);
  }

  @Test
  void unknownPartsAreNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> ACCOUNT.column("emial"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            there is no column "emial" in table account
              known      id, login, email, label
              next       correct the name, or create it in an earlier revision\
            """);
    assertThatThrownBy(() -> ACCOUNT.constraint("x")).hasMessageContaining("pk_account");
    assertThatThrownBy(() -> ACCOUNT.index("x")).hasMessageContaining("ix_upper");
  }

  @Test
  void ofManyColumnsTheDozenNearestAreNamed() {
    Column[] many = new Column[1_000];
    Arrays.setAll(many, i -> column("column_" + i, bigint()));
    assertThatThrownBy(() -> table(many).column("colum_77"))
        .hasMessageContaining("known      column_77, column_7")
        .hasMessageContaining("and 988 more");
  }

  @Test
  void aKeyIsAPrimaryKeyAUniqueConstraintOrAFullUniqueIndex() {
    Table keys =
        table(
            column("a", bigint()),
            column("b", bigint()),
            column("c", bigint()),
            column("d", text()),
            primaryKey("a", "b"),
            unique("c"),
            index("b").unique(),
            index("a").unique().where("c > 0"),
            index(expression("lower(d)")).unique(),
            index("d"));
    assertThat(keys.hasKey(List.of("b", "a"))).isTrue();
    assertThat(keys.hasKey(List.of("c"))).isTrue();
    assertThat(keys.hasKey(List.of("b"))).isTrue();
    assertThat(keys.hasKey(List.of("a"))).isFalse();
    assertThat(keys.hasKey(List.of("d"))).isFalse();
    assertThat(keys.hasKey(List.of())).isFalse();
  }

  @Test
  void everythingInTheTableFollowsARenamedColumn() {
    Table renamed = ACCOUNT.renamingColumn("email", "mail").renamingColumn("login", "name");
    assertThat(renamed.column("label").generated().orElseThrow().expression().text())
        .isEqualTo("lower(mail)");
    assertThat(renamed.constraint("fk_account_email").columns()).containsExactly("mail");
    assertThat(renamed.index("ix_account_email").columns()).containsExactly("mail");
    assertThat(renamed.index("ix_upper"))
        .hasToString("index ix_upper (upper(mail)) where name IS NOT NULL");
    assertThat(renamed.renamingColumn("mail", "email").renamingColumn("name", "login"))
        .isEqualTo(ACCOUNT);
  }

  @Test
  void whatUsesAColumnIsFoundInKeysTextsAndComputations() {
    assertThat(ACCOUNT.usersOf("email"))
        .containsExactly(
            "constraint fk_account_email",
            "index ix_account_email",
            "index ix_upper",
            "generated column label");
    assertThat(ACCOUNT.usersOf("login"))
        .containsExactly(
            "constraint uq_account_login", "constraint ck_account_fc0d4566", "index ix_upper");
    assertThat(ACCOUNT.usersOf("label")).isEmpty();
  }

  @Test
  void listsAreCopiedAndCannotBeChanged() {
    List<Column> columns = new ArrayList<>(List.of(column("a", bigint())));
    Table table =
        new Table(
            QualifiedName.of("t"), columns, List.of(), List.of(), Optional.empty(), List.of());
    columns.clear();
    assertThat(table.columns()).hasSize(1);
    assertThatThrownBy(() -> table.columns().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ACCOUNT.indexes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aForeignKeyNamesAsManyColumnsOnBothSides() {
    assertThatThrownBy(() -> foreignKey("a", "b").references("t", "x"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("name the same number of columns on both sides");
    assertThatThrownBy(() -> foreignKey("a", "a")).hasMessageContaining("twice");
  }

  @Test
  void anIndexMethodIsAWord() {
    assertThatThrownBy(() -> index("a").using("gin (x); DROP"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("such as gin");
  }
}

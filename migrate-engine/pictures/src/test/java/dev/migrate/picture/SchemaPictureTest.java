package dev.migrate.picture;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.picture.layout.Box;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Schemas as entity diagrams. */
class SchemaPictureTest {

  private static final Schema SHOP =
      Schema.empty()
          .with(
              table(
                  "account",
                  column("id", bigint()).notNull(),
                  column("email", varchar(320)),
                  primaryKey("id"),
                  unique("email")))
          .with(
              table(
                  "invoice",
                  column("id", bigint()).notNull(),
                  column("account_id", bigint()).notNull(),
                  column("payer_id", bigint()),
                  primaryKey("id"),
                  foreignKey("account_id").references("account"),
                  foreignKey("payer_id").references("account")));

  private static Table table(String name, TableElement... elements) {
    return Table.of(QualifiedName.of(name), List.of(elements));
  }

  @Test
  void mermaidHasTypesKeysAndForeignKeys() {
    assertThat(SchemaPicture.of(SHOP).mermaid())
        .isEqualTo(
            """
            erDiagram
              t0["account"] {
                bigint id PK
                varchar_320 email UK "varchar(320), null"
              }
              t1["invoice"] {
                bigint id PK
                bigint account_id FK
                bigint payer_id FK "null"
              }
              t1 }o--|| t0 : "invoice #91;account_id#93; references account"
              t1 }o--o| t0 : "invoice #91;payer_id#93; references account"
            """);
  }

  @Test
  void twoForeignKeysBetweenTwoTablesAreOneLineThatNamesBoth() {
    SvgReader svg = new SvgReader(SchemaPicture.of(SHOP).svg());
    assertThat(svg.texts("title"))
        .contains("invoice [account_id] references account\ninvoice [payer_id] references account");
  }

  @Test
  void whatThePendingRevisionsChangeIsMarked() {
    Schema after =
        SHOP.with(table("payment", column("id", bigint()), primaryKey("id")))
            .without(QualifiedName.of("invoice"));
    SvgReader svg = new SvgReader(SchemaPicture.of(after).since(SHOP).svg());
    assertThat(svg.texts("text")).contains("new", "dropped", "payment", "invoice");
    assertThat(SchemaPicture.of(after).since(SHOP).mermaid())
        .contains("[\"payment #40;new#41;\"]".replace("#40;", "(").replace("#41;", ")"))
        .contains("[\"invoice (dropped)\"]");
  }

  @Test
  void aWideTableShowsItsKeysAndSaysWhatIsLeftOut() {
    List<TableElement> elements = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      elements.add(column("c" + i, integer()));
    }
    elements.add(column("id", bigint()));
    elements.add(primaryKey("id"));
    Schema schema = Schema.empty().with(Table.of(QualifiedName.of("wide"), elements));
    SvgReader svg = new SvgReader(SchemaPicture.of(schema).svg());
    assertThat(svg.texts("text")).contains("id", "c0", "… 37 more columns").doesNotContain("c59");
  }

  @Test
  void anEmptySchemaIsAPicture() {
    assertThat(new SvgReader(SchemaPicture.of(Schema.empty()).svg()).cards()).isEmpty();
    assertThat(SchemaPicture.of(Schema.empty()).mermaid()).isEqualTo("erDiagram\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50, 100})
  void aDiagramHasEveryTableAndForeignKeyAndNothingOverlaps(int size) {
    Schema schema = Schemas.random(size, size);
    String text = SchemaPicture.of(schema).svg();
    SvgReader svg = new SvgReader(text);
    assertThat(svg.cards()).hasSize(size);
    GraphLawTest.requireApart(svg.cards());
    Set<String> titles =
        svg.texts("title").stream()
            .flatMap(title -> Arrays.stream(title.split("\n")))
            .collect(Collectors.toSet());
    for (Table table : schema.tables()) {
      assertThat(titles).contains(table.name().toString());
      for (ForeignKey key : table.foreignKeys()) {
        assertThat(titles)
            .contains(table.name() + " " + key.columns() + " references " + key.target());
      }
    }
    requireNoLineThroughACard(svg);
    assertThat(SchemaPicture.of(schema).svg()).isEqualTo(text);
  }

  /** The lines have right angles, so that each of their pieces is a thin box. */
  private static void requireNoLineThroughACard(SvgReader svg) {
    for (Element path : svg.elements("path")) {
      String way = path.getAttribute("d");
      if (path.getAttribute("class").equals("edge") && !way.substring(1).contains("M")) {
        String[] numbers = way.replaceAll("[MLC]", " ").strip().split(" +");
        for (int i = 0; i + 3 < numbers.length; i += 2) {
          Box piece = piece(numbers, i);
          assertThat(svg.cards()).as(way).noneMatch(card -> card.overlaps(piece));
        }
      }
    }
  }

  private static Box piece(String[] numbers, int at) {
    double x1 = Double.parseDouble(numbers[at]);
    double y1 = Double.parseDouble(numbers[at + 1]);
    double x2 = Double.parseDouble(numbers[at + 2]);
    double y2 = Double.parseDouble(numbers[at + 3]);
    double margin = 0.5;
    return new Box(
        Math.min(x1, x2) + margin,
        Math.min(y1, y2) + margin,
        Math.max(0.01, Math.abs(x1 - x2) - 2 * margin),
        Math.max(0.01, Math.abs(y1 - y2) - 2 * margin));
  }
}

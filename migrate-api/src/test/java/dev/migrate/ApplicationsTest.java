package dev.migrate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migrate.operation.Footprint;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three small applications, as their authors would write them. */
class ApplicationsTest {

  // ---- a web shop: one line of revisions, seed data, a backfill

  private static final List<Revision> SHOP =
      List.of(
          Revision.of(
              Lineage.of("001_catalogue").root().message("products and where they belong"),
              op -> {
                op.createTable(
                    "category",
                    column("id", integer()),
                    column("name", varchar(80)).notNull(),
                    column("parent_id", integer()),
                    primaryKey("id"),
                    unique("name"),
                    foreignKey("parent_id").references("category").onDelete(SET_NULL));
                op.createTable(
                    "product",
                    column("id", bigint()).identity(),
                    column("category_id", integer()).notNull(),
                    column("sku", varchar(40)).notNull(),
                    column("title", varchar(200)).notNull(),
                    column("price", decimal(10, 2)).notNull(),
                    column("tax", decimal(4, 2)).notNull().defaultTo(19),
                    column("gross", decimal(12, 2)).storedAs("price * (1 + tax / 100)"),
                    column("created_at", timestamp()).notNull().defaultTo(currentTimestamp()),
                    primaryKey("id"),
                    unique("sku"),
                    check("price >= 0").named("ck_product_price"),
                    foreignKey("category_id").references("category"),
                    index("category_id", "title"),
                    comment("what can be bought"));
                op.insert(
                    "category",
                    columns("id", "name", "parent_id"),
                    row(1, "Music", null),
                    row(2, "Vinyl", 1),
                    row(3, "Books", null));
              }),
          Revision.of(
              Lineage.of("002_orders").after("001_catalogue"),
              op -> {
                op.createEnumType("order_state", "open", "paid", "shipped");
                op.createTable(
                    "orders",
                    column("id", bigint()).identity(),
                    column("state", enumType("order_state")).notNull().defaultTo("open"),
                    column("ordered_at", timestampWithTimeZone()).defaultTo(currentTimestamp()),
                    primaryKey("id"),
                    index(desc("ordered_at")));
                op.createTable(
                    "order_line",
                    column("order_id", bigint()),
                    column("line", smallint()),
                    column("product_id", bigint()).notNull(),
                    column("quantity", integer()).notNull().defaultTo(1),
                    primaryKey("order_id", "line"),
                    foreignKey("order_id").references("orders").onDelete(CASCADE),
                    foreignKey("product_id").references("product"));
                op.createView(
                    "open_order",
                    view("SELECT id, ordered_at FROM orders WHERE state = 'open'")
                        .reads("orders", "id", "ordered_at", "state"));
              }),
          Revision.of(
              Lineage.of("003_slug").after("002_orders").message("readable addresses"),
              op -> {
                op.addColumn("product", column("slug", varchar(200)));
                op.execute(
                    sql("UPDATE product SET slug = lower(title)")
                        .reads("product", "title")
                        .writes("product", "slug")
                        .needsNoUndo());
                op.alterColumn("product", "slug", notNull());
                op.createIndex("product", index("slug").unique());
                op.addEnumValueBefore("order_state", "packed", "shipped");
              }));

  // ---- billing for many tenants: namespaces, sequences, dialects

  private static final List<Revision> BILLING =
      List.of(
          Revision.of(
              Lineage.of("tenants").root().label("billing"),
              op -> {
                op.createSchema("billing");
                op.createTable(
                    "billing.tenant",
                    column("id", uuid()),
                    column("name", varchar(200)).notNull(),
                    column("settings", json()),
                    primaryKey("id"));
                op.createSequence(sequence("billing.invoice_no").startingAt(10_000));
                op.createTable(
                    "billing.invoice",
                    column("tenant_id", uuid()),
                    column("no", bigint()).defaultTo(nextValue("billing.invoice_no")),
                    column("issued_on", date()).notNull().defaultTo(currentDate()),
                    column("pdf", blob()),
                    primaryKey("tenant_id", "no"),
                    foreignKey("tenant_id").references("billing.tenant").onDelete(RESTRICT));
              }),
          Revision.of(
              Lineage.of("search").after("tenants"),
              op -> {
                op.on(
                    POSTGRESQL,
                    pg -> {
                      pg.execute(
                          sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
                              .undoneBy("DROP EXTENSION IF EXISTS pg_trgm"));
                      pg.createIndex(
                          "billing.tenant",
                          index(expression("name gin_trgm_ops")).using("gin").named("ix_name"));
                    });
                op.createIndex(
                    "billing.tenant",
                    index(asc(expression("lower(name)")), asc("id")).named("ix_lower_name"));
              }),
          Revision.of(
              Lineage.of("rename").after("search"),
              op -> {
                op.renameSchema("billing", "accounting");
                op.renameColumn("accounting.invoice", "no", "number");
                op.dropColumn("accounting.invoice", "pdf");
              }));

  // ---- a wiki: two branches, raw SQL, a join

  private static final Revision WIKI =
      Revision.of(
          Lineage.of("wiki").root(),
          op ->
              op.createTable(
                  "page",
                  column("id", bigint()).identity(),
                  column("title", varchar(200)).notNull(),
                  column("body", text()).notNull(),
                  primaryKey("id"),
                  unique("title")));
  private static final Revision HISTORY =
      Revision.of(
          Lineage.of("history").after("wiki").label("history"),
          op -> {
            op.createTable(
                "edition",
                column("page_id", bigint()),
                column("no", integer()),
                column("body", text()).notNull(),
                primaryKey("page_id", "no"),
                foreignKey("page_id").references("page").onDelete(CASCADE));
            op.execute(
                sql("INSERT INTO edition SELECT id, 1, body FROM page")
                    .reads("page", "id", "body")
                    .writes("edition")
                    .needsNoUndo());
          });
  private static final Revision TAGS =
      Revision.of(
          Lineage.of("tags").after("wiki"),
          op -> {
            op.addColumn("page", column("tags", text()));
            op.createTable("tag", column("name", varchar(40)), primaryKey("name"));
            op.insert("tag", columns("name"), row("draft"), row("final"));
            op.run(
                code("tag every page as a draft", context -> {})
                    .reads("page", "id")
                    .writes("page", "tags")
                    .needsNoUndo());
          });
  private static final Revision RENAME_BODY =
      Revision.of(
          Lineage.of("markdown").after("wiki"), op -> op.renameColumn("page", "body", "markdown"));
  private static final Revision JOIN = Revision.join(Lineage.of("joined").after("history", "tags"));

  @Test
  void theyFoldAndCanBeUndoneWhereverTheyDidNotSayOtherwise() {
    for (List<Revision> line : List.of(SHOP, BILLING, List.of(WIKI, HISTORY, TAGS, JOIN))) {
      Schema before = Schema.empty();
      for (Revision revision : line) {
        List<Operation> operations = onPostgresql(revision);
        Schema after = fold(before, operations);
        List<Inverse> inverses = Inverse.ofAll(operations, before);
        if (inverses.stream().allMatch(inverse -> inverse.obstacle().isEmpty())) {
          List<Operation> down = inverses.stream().flatMap(i -> i.operations().stream()).toList();
          assertThat(fold(after, down)).as("%s undone", revision).isEqualTo(before);
        } else {
          assertThat(revision.lineage().id().value()).isEqualTo("003_slug");
        }
        before = after;
      }
    }
  }

  @Test
  void theBranchesOfTheWikiAreJudgedAsTheirAuthorsExpect() {
    Schema fork = fold(Schema.empty(), onPostgresql(WIKI));
    Footprint history = Footprint.ofAll(onPostgresql(HISTORY), fork);
    Footprint tags = Footprint.ofAll(onPostgresql(TAGS), fork);
    Footprint markdown = Footprint.ofAll(onPostgresql(RENAME_BODY), fork);
    assertThat(history.clashesWith(tags)).isEmpty();
    assertThat(tags.clashesWith(markdown)).isEmpty();
    assertThat(history.clashesWith(markdown))
        .extracting(Object::toString)
        .containsExactly("column page.body");
  }

  @Test
  @Timeout(60)
  void fiveThousandTablesAreFoldedInNoTime() {
    Schema schema = Schema.empty();
    for (int i = 0; i < 5_000; i++) {
      schema = fold(schema, operations(table(i)));
    }
    for (int i = 0; i < 300; i++) {
      String name = "table_" + i;
      schema =
          fold(
              schema,
              operations(
                  op -> {
                    op.renameColumn(name, "b", "c");
                    op.dropColumn(name, "c");
                    op.renameTable(name, "renamed_" + name);
                    op.dropTable("renamed_" + name);
                  }));
    }
    assertThat(schema.tables()).hasSize(4_700);
  }

  private static Consumer<Operations> table(int i) {
    return op ->
        op.createTable(
            "table_" + i,
            column("id", bigint()).identity(),
            column("parent", bigint()),
            column("b", text()),
            primaryKey("id"),
            foreignKey("parent").references("table_" + i));
  }

  @Test
  @Timeout(60)
  void thousandsOfRowsAndColumnsHaveAFootprintInNoTime() {
    Schema schema =
        Schema.empty()
            .with(
                Table.of(QualifiedName.of("t"), List.of(column("id", bigint()), primaryKey("id"))));
    List<dev.migrate.operation.Row> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(row(i));
    }
    List<Operation> insert = operations(op -> op.insert("t", columns("id"), rows));
    Footprint footprint = Footprint.ofAll(insert, schema);
    assertThat(footprint.writes()).hasSize(20_000);
    assertThat(footprint.clashesWith(footprint)).hasSize(20_000);
  }

  @Test
  void textsThatAreNoIdentifiersGoThroughTheWholeModel() {
    String hostile = "a\"b.c'; DROP TABLE x; -- \u00e9\ud83d\ude00 `$1";
    assertThatCode(
            () ->
                fold(
                    Schema.empty(),
                    operations(
                        op -> {
                          String table = QualifiedName.exactly(hostile).toString();
                          op.createTable(
                              table,
                              column(hostile, text()).defaultTo(hostile).comment(hostile),
                              column("id", bigint()),
                              primaryKey("id"),
                              unique(hostile),
                              check("id > 0"));
                          op.renameColumn(table, hostile, hostile + "2");
                          op.renameColumn(table, "id", hostile);
                          op.createView("v", view("SELECT 1 AS a").reads(table));
                          op.insert(table, columns(hostile), row(1));
                        })))
        .doesNotThrowAnyException();
  }

  private static List<Operation> onPostgresql(Revision revision) {
    return Recording.of(revision).upgrade().stream()
        .flatMap(operation -> operation.on(Collections.singletonList(POSTGRESQL)).stream())
        .toList();
  }

  private static List<Operation> operations(Consumer<Operations> body) {
    return Recording.of(Revision.of(Lineage.of("x").root(), body)).upgrade();
  }

  private static Schema fold(Schema before, List<Operation> operations) {
    return Operation.applyAll(operations, before);
  }
}

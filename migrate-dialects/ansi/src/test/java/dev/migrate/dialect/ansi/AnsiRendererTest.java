package dev.migrate.dialect.ansi;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.Capabilities;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** One call, exact SQL. */
class AnsiRendererTest {

  private static final DialectName ANSI = new DialectName("ansi");

  private final AnsiRenderer renderer =
      new AnsiRenderer(new Capabilities("standard SQL", true, 20, false, Set.of()));

  private Schema before = Schema.empty();

  private void given(Consumer<Operations> operations) {
    for (Operation operation : recorded(operations)) {
      before = operation.applyTo(before);
    }
  }

  private ListAssert<String> rendering(Consumer<Operations> operation) {
    return assertThat(render(operation).stream().map(Statement::sql).toList());
  }

  /** Renders, and checks that the parts together make what the operation makes. */
  private List<Statement> render(Consumer<Operations> operation) {
    Operation only = recorded(operation).get(0);
    List<Statement> statements = renderer.render(only, new RenderContext(before));
    Schema folded = before;
    for (Statement statement : statements) {
      folded = statement.part().applyTo(folded);
    }
    assertThat(folded).isEqualTo(only.applyTo(before));
    return statements;
  }

  private static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("test").root(), operations)).upgrade();
  }

  private static void account(Operations op) {
    op.createTable(
        "account",
        column("id", bigint()).identity(),
        column("login", varchar(64)),
        column("age", integer()).defaultTo(0),
        primaryKey("id").named("pk"));
  }

  @Test
  void createsTableThenIndexesThenComments() {
    given(AnsiRendererTest::account);
    rendering(
            op ->
                op.createTable(
                    "note",
                    column("id", integer()).identityAlways().comment("it's a number"),
                    column("owner", bigint()).notNull(),
                    column("body", text()).collate("de_DE"),
                    primaryKey("id"),
                    unique("owner", "body").named("uq"),
                    foreignKey("owner").references("account").onDelete(SET_NULL).deferrable(),
                    check("owner > 0").named("ck"),
                    index(desc("owner"), asc("id")).unique().named("ix"),
                    comment("what \"they\" say")))
        .containsExactly(
            """
            CREATE TABLE note (
              id INTEGER GENERATED ALWAYS AS IDENTITY NOT NULL,
              owner BIGINT NOT NULL,
              body CHARACTER LARGE OBJECT COLLATE "de_DE",
              CONSTRAINT pk_note PRIMARY KEY (id),
              CONSTRAINT uq UNIQUE (owner, body),
              CONSTRAINT fk_note_owner FOREIGN KEY (owner) REFERENCES account (id) ON DELETE SET NULL DEFERRABLE INITIALLY IMMEDIATE,
              CONSTRAINT ck CHECK (owner > 0)
            )\
            """,
            "CREATE UNIQUE INDEX ix ON note (owner DESC, id)",
            "COMMENT ON TABLE note IS 'what \"they\" say'",
            "COMMENT ON COLUMN note.id IS 'it''s a number'");
  }

  @Test
  void addsForeignKeyToItselfAfterTheUniqueIndexItRefersTo() {
    rendering(
            op ->
                op.createTable(
                    "node",
                    column("code", integer()),
                    column("up", integer()),
                    foreignKey("up").references("node", "code"),
                    index("code").unique()))
        .containsExactly(
            "CREATE TABLE node (\n  code INTEGER,\n  up INTEGER\n)",
            "CREATE UNIQUE INDEX ix_node_code ON node (code)",
            "ALTER TABLE node ADD CONSTRAINT fk_node_up FOREIGN KEY (up) REFERENCES node (code)");
  }

  @Test
  void writesOrdinaryNamesBareAndAllOthersQuoted() {
    assertThat(renderer.name("user_name2")).isEqualTo("user_name2");
    assertThat(renderer.name("_x")).isEqualTo("_x");
    assertThat(renderer.name("order")).isEqualTo("\"order\"");
    assertThat(renderer.name("2nd")).isEqualTo("\"2nd\"");
    assertThat(renderer.name("Account")).isEqualTo("\"Account\"");
    assertThat(renderer.name("two words")).isEqualTo("\"two words\"");
    assertThat(renderer.name("stra\u00dfe")).isEqualTo("\"stra\u00dfe\"");
    assertThat(renderer.name("a\"; DROP TABLE b")).isEqualTo("\"a\"\"; DROP TABLE b\"");
    assertThat(renderer.name("tab\n")).isEqualTo("\"tab\n\"");
    assertThat(renderer.name(QualifiedName.in("Sales", "order"))).isEqualTo("\"Sales\".\"order\"");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(renderer.name("n".repeat(20))).hasSize(20);
    assertThat(renderer.name("\ud83d\ude00".repeat(20))).isNotEmpty();
    assertThatThrownBy(() -> render(op -> op.createSchema("n".repeat(21))))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessage(
            """
            the name nnnnnnnnnnnnnnnnnnnnn of 21 characters is not supported
              database   standard SQL
              next       choose a name of at most 20 characters\
            """);
  }

  @Test
  void countsBytesWhereTheDatabaseDoes() {
    AnsiNames names = new AnsiNames(new Capabilities("X", true, 4, true, Set.of()), Set.of(), '`');
    assertThat(names.name("\u00fc`")).isEqualTo("`\u00fc```");
    assertThatThrownBy(() -> names.name("\u00fc\u00fc_"))
        .hasMessageContaining("of 5 bytes")
        .hasMessageContaining("at most 4 bytes");
  }

  @Test
  void writesLiteralsOfEveryKind() {
    assertThat(renderer.literal(literal(null))).isEqualTo("NULL");
    assertThat(renderer.literal(literal(false))).isEqualTo("FALSE");
    assertThat(renderer.literal(literal(new BigDecimal("-1.50")))).isEqualTo("-1.5");
    assertThat(renderer.literal(literal(1e20))).isEqualTo("100000000000000000000");
    assertThat(renderer.literal(literal("it's \\ '; --"))).isEqualTo("'it''s \\ ''; --'");
    assertThat(renderer.literal(literal(LocalDate.of(2024, 2, 29)))).isEqualTo("DATE '2024-02-29'");
    assertThat(renderer.literal(literal(LocalTime.NOON))).isEqualTo("TIME '12:00:00'");
    assertThat(renderer.literal(literal(LocalTime.of(1, 2, 3, 40))))
        .isEqualTo("TIME '01:02:03.00000004'");
    assertThat(renderer.literal(literal(LocalDateTime.of(2024, 2, 29, 10, 0))))
        .isEqualTo("TIMESTAMP '2024-02-29 10:00:00'");
    assertThat(renderer.literal(literal(Instant.EPOCH)))
        .isEqualTo("TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00'");
    assertThat(renderer.literal(literal(OffsetDateTime.parse("2024-01-01T00:30:00.5+01:00"))))
        .isEqualTo("TIMESTAMP WITH TIME ZONE '2023-12-31 23:30:00.5+00:00'");
    assertThat(renderer.literal(literal(new UUID(0, 1))))
        .isEqualTo("UUID '00000000-0000-0000-0000-000000000001'");
    assertThat(renderer.literal(literal(new byte[] {0, -1}))).isEqualTo("X'00ff'");
  }

  @Test
  void choosesWhatIsMeantForTheDialect() {
    rendering(
            op ->
                op.createTable(
                    "note",
                    column("body", text().on(ANSI, varchar(9)))
                        .defaultTo(expression("'a'").on(ANSI, "'b'")),
                    column("n", integer()).defaultTo(literal(1).on(ANSI, literal(2))),
                    check(expression("a").on(ANSI, "n > 0")).named("ck")))
        .containsExactly(
            "CREATE TABLE note (\n"
                + "  body VARCHAR(9) DEFAULT 'b',\n"
                + "  n INTEGER DEFAULT 2,\n"
                + "  CONSTRAINT ck CHECK (n > 0)\n"
                + ")");
    rendering(op -> op.execute(sql("X").on(ANSI, "Y"))).containsExactly("Y");
    rendering(op -> op.execute(sql("X").onlyOn(H2))).isEmpty();
  }

  @Test
  void addsColumnThenItsComment() {
    given(AnsiRendererTest::account);
    rendering(op -> op.addColumn("account", column("size", text()).comment("of the shoe")))
        .containsExactly(
            "ALTER TABLE account ADD COLUMN size CHARACTER LARGE OBJECT",
            "COMMENT ON COLUMN account.size IS 'of the shoe'");
  }

  @Test
  void changesAttributesOneByOneInAnOrderThatWorks() {
    given(AnsiRendererTest::account);
    rendering(
            op ->
                op.alterColumn(
                    "account",
                    "age",
                    comment("in months"),
                    notNull(),
                    defaultTo(12),
                    type(bigint()),
                    noCollation()))
        .containsExactly(
            "ALTER TABLE account ALTER COLUMN age DROP DEFAULT",
            "ALTER TABLE account ALTER COLUMN age SET DATA TYPE BIGINT",
            "ALTER TABLE account ALTER COLUMN age SET DATA TYPE BIGINT",
            "ALTER TABLE account ALTER COLUMN age SET NOT NULL",
            "ALTER TABLE account ALTER COLUMN age SET DEFAULT 12",
            "COMMENT ON COLUMN account.age IS 'in months'");
  }

  @Test
  void keepsTheCollationWhenTheTypeChanges() {
    given(op -> op.createTable("note", column("body", varchar(9)).collate("fr")));
    rendering(op -> op.alterColumn("note", "body", type(varchar(10))))
        .containsExactly("ALTER TABLE note ALTER COLUMN body SET DATA TYPE VARCHAR(10) COLLATE fr");
  }

  @Test
  void changesHowAColumnNumbersItsRows() {
    given(op -> op.createTable("note", column("id", integer())));
    rendering(op -> op.alterColumn("note", "id", identity()))
        .containsExactly(
            "ALTER TABLE note ALTER COLUMN id SET NOT NULL",
            "ALTER TABLE note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY");
    given(op -> op.alterColumn("note", "id", identity()));
    rendering(op -> op.alterColumn("note", "id", identityAlways()))
        .containsExactly("ALTER TABLE note ALTER COLUMN id SET GENERATED ALWAYS");
    rendering(op -> op.alterColumn("note", "id", noIdentity(), nullable()))
        .containsExactly(
            "ALTER TABLE note ALTER COLUMN id DROP IDENTITY",
            "ALTER TABLE note ALTER COLUMN id DROP NOT NULL");
  }

  @Test
  void forbidsNullBeforeAPrimaryKeyIsAdded() {
    given(op -> op.createTable("pair", column("a", integer()).notNull(), column("b", integer())));
    rendering(op -> op.addPrimaryKey("pair", primaryKey("a", "b")))
        .containsExactly(
            "ALTER TABLE pair ALTER COLUMN b SET NOT NULL",
            "ALTER TABLE pair ADD CONSTRAINT pk_pair PRIMARY KEY (a, b)");
  }

  @Test
  void splitsManyRowsIntoSeveralStatements() {
    given(op -> op.createTable("n", column("i", integer()).notNull(), primaryKey("i")));
    List<Row> rows = IntStream.range(0, 1001).mapToObj(Row::of).toList();
    List<Statement> statements =
        render(op -> op.add(new InsertRows(QualifiedName.of("n"), columns("i"), rows)));
    assertThat(statements).hasSize(3).allMatch(statement -> statement.kind() == Kind.DATA);
    List<Row> inserted = new ArrayList<>();
    statements.forEach(statement -> inserted.addAll(((InsertRows) statement.part()).rows()));
    assertThat(inserted).isEqualTo(rows);
    assertThat(statements.get(2).sql()).isEqualTo("INSERT INTO n (i) VALUES\n  (1000)");
  }

  @Test
  void letsAnInsertNameANumberThatOtherwiseTheDatabaseGives() {
    given(op -> op.createTable("n", column("i", integer()).identityAlways()));
    rendering(op -> op.insert("n", columns("i"), row(3)))
        .containsExactly("INSERT INTO n (i) OVERRIDING SYSTEM VALUE VALUES\n  (3)");
  }

  @Test
  void changesRowsOneByOneAndAllTogether() {
    given(AnsiRendererTest::account);
    rendering(op -> op.update("account", set("age", 1).set("login", null).where("login", "it's")))
        .containsExactly("UPDATE account SET age = 1, login = NULL WHERE login = 'it''s'");
    rendering(op -> op.update("account", set("age", 1).where("age", null).and("id", 2)))
        .containsExactly("UPDATE account SET age = 1 WHERE age IS NULL AND id = 2");
    rendering(op -> op.update("account", set("age", 1).inEveryRow()))
        .containsExactly("UPDATE account SET age = 1");
  }

  @Test
  void deletesRowsByTheirValues() {
    given(AnsiRendererTest::account);
    rendering(op -> op.delete("account", columns("id"), row(1)))
        .containsExactly("DELETE FROM account WHERE id = 1");
    rendering(op -> op.delete("account", columns("age"), row(1), row(2), row((Object) null)))
        .containsExactly("DELETE FROM account WHERE age IN (1, 2) OR age IS NULL");
    rendering(op -> op.delete("account", columns("id", "age"), row(1, 2), row(3, null)))
        .containsExactly(
            "DELETE FROM account WHERE (id = 1 AND age = 2)\n  OR (id = 3 AND age IS NULL)");
  }

  @Test
  void tellsWhatCanBeSeenAfterACrash() {
    given(AnsiRendererTest::account);
    assertThat(render(op -> op.execute(sql("VACUUM"))))
        .extracting("kind")
        .containsExactly(Kind.OPAQUE);
    assertThat(render(op -> op.execute(sql("UPDATE account SET age = 1").writes("account", "age"))))
        .extracting("kind")
        .containsExactly(Kind.DATA);
    assertThat(
            render(op -> op.execute(sql("DROP TABLE account").means(o -> o.dropTable("account")))))
        .extracting("kind")
        .containsExactly(Kind.STRUCTURE);
    assertThat(render(op -> op.run(code("import", context -> {}))))
        .containsExactly(
            new Statement(
                Kind.CODE,
                "run code \"import\"",
                recorded(op -> op.run(code("import", c -> {}))).get(0)));
  }

  @Test
  void refusesWhatTheStandardLacksAndNamesTheAlternative() {
    given(AnsiRendererTest::account);
    refuses(op -> op.createEnumType("mood", "sad"), "use varchar(…) columns with check");
    refuses(op -> op.createIndex("account", index("age").using("gin")), "leave using(…) out");
    refuses(op -> op.createIndex("account", index("age").including("id")), "the last keys");
    refuses(op -> op.createIndex("account", index("age").where("age > 1")), "leave where(…) out");
    refuses(
        op -> op.createIndex("account", index("age").unique().where("age > 1")),
        "storedAs(\"CASE WHEN age > 1 THEN … END\")");
    refuses(
        op -> op.createIndex("account", index(IndexKey.expression(expression("lower(login)")))),
        "a column that is storedAs(\"lower(login)\")");
    refuses(
        op -> op.addColumn("account", column("x", integer()).virtualAs("age")),
        "write storedAs(…)");
  }

  private void refuses(Consumer<Operations> operation, String alternative) {
    assertThatThrownBy(() -> render(operation))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining(alternative);
  }
}

package dev.migrate.dialect.postgresql;

import static dev.migrate.Ddl.array;
import static dev.migrate.Ddl.asc;
import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.binary;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.desc;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.json;
import static dev.migrate.Ddl.literal;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.real;
import static dev.migrate.Ddl.tableOption;
import static dev.migrate.Ddl.text;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.schema.DialectName.H2;
import static dev.migrate.schema.DialectName.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ansi.AnsiCanonical;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.TableOption;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is declared and what is stored become the same. */
class PostgresqlCanonicalTest {

  private static final Dialect DIALECT = new PostgresqlDialect("PostgreSQL 18", 18);
  private static final Expression REWRITTEN = AnsiCanonical.REWRITTEN;

  private static Table canonical(TableElement... elements) {
    Schema schema = Schema.empty().with(Table.of(QualifiedName.of("t"), List.of(elements)));
    Schema canonical = DIALECT.canonical(schema);
    assertThat(DIALECT.canonical(canonical)).isEqualTo(canonical);
    return canonical.table(QualifiedName.of("t"));
  }

  private static DataType canonical(DataType type) {
    return canonical(column("c", type)).column("c").type();
  }

  private static DefaultValue canonicalDefault(DataType type, Object value) {
    Column column = column("c", type).defaultTo(value);
    return canonical(column).column("c").defaultValue().orElseThrow();
  }

  @Test
  void variantForPostgresqlIsChosen() {
    assertThat(canonical(text().on(H2, bigint()).on(POSTGRESQL, varchar(9)))).isEqualTo(varchar(9));
    assertThat(canonicalDefault(integer(), literal(1).on(POSTGRESQL, literal(2))))
        .isEqualTo(literal(2));
  }

  @Test
  void bytesAreBytes() {
    assertThat(canonical(binary(9))).isEqualTo(blob());
    assertThat(canonical(array(binary(9)))).isEqualTo(array(blob()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INT | integer",
        "Character  Varying ( 9 ) | varchar(9)",
        "char varying(9) | varchar(9)",
        "numeric(5) | decimal(5,0)",
        "Decimal | native numeric",
        "timestamptz | timestamp with time zone",
        "TIMESTAMP (3) WITHOUT TIME ZONE | timestamp(3)",
        "timestamp(9) | timestamp",
        "timetz(3) | native timetz(3)",
        "pg_catalog.int4 | integer",
        "\"public\".citext | native citext",
        "geography( Point, 4326 ) | native geography(point,4326)",
        "integer ARRAY[3] | array of integer",
        "text[4] | array of text",
        "\"My.Type\" | native \"My.Type\"",
        "varbit | native bit varying",
      })
  void nativeTypesAreNamedInOneWay(String sql, String type) {
    assertThat(canonical(nativeType(sql))).hasToString(type);
    assertThat(canonical(canonical(nativeType(sql)))).hasToString(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "'it''s'::character varying ~ 'it''s'",
        "(('x'::character varying)::text) ~ 'x'",
        "E'a\\\\b' ~ 'a\\b'",
        "'a\\b' ~ 'a\\b'",
        "E'a\\nb' ~ …",
        "lower('X') ~ …",
        "'a' || 'b'::text ~ …",
        "('a)' || '(b') ~ …",
      })
  void textsAreTextsWhateverStandsAroundThem(String sql, String expected) {
    assertThat(canonicalDefault(text(), expression(sql))).hasToString(expected);
  }

  @Test
  void constantsAreOfTheColumnsType() {
    assertThat(canonicalDefault(integer(), expression("'5'"))).isEqualTo(literal(5));
    assertThat(canonicalDefault(integer(), expression("(-5)::integer"))).isEqualTo(literal(-5));
    assertThat(canonicalDefault(timestamp(), expression("now()"))).isEqualTo(currentTimestamp());
    assertThat(canonicalDefault(bigint(), expression("nextval('a.\"B\"'::regclass)")))
        .isEqualTo(nextValue("a.B"));
    assertThat(canonicalDefault(bigint(), expression("nextval('Ticket')")))
        .isEqualTo(nextValue("ticket"));
    assertThat(canonicalDefault(enumType("mood"), expression("'x'::mood"))).isEqualTo(literal("x"));
    assertThat(canonicalDefault(date(), expression("'today'"))).isEqualTo(REWRITTEN);
    assertThat(canonicalDefault(nativeType("interval"), "1 day")).isEqualTo(REWRITTEN);
    assertThat(canonicalDefault(json(), "{}")).isEqualTo(REWRITTEN);
  }

  @Test
  void constantsAreAsExactAsTheColumn() {
    assertThat(canonicalDefault(real(), new BigDecimal("0.100000001")))
        .isEqualTo(literal(new BigDecimal("0.1")));
    assertThat(canonicalDefault(timestamp(), LocalDateTime.of(2020, 1, 1, 0, 0, 0, 1_500)))
        .isEqualTo(literal(LocalDateTime.of(2020, 1, 1, 0, 0, 0, 2_000)));
  }

  @Test
  void partsOfIndexesThatSayTheUsualSayNothing() {
    Table table =
        canonical(
            column("a", text()),
            index(asc("a").nullsLast().operatorClass("text_ops"), desc("a").nullsFirst())
                .using("BTREE")
                .named("usual"),
            index(asc("a").nullsFirst().operatorClass("PG_CATALOG.Text_Pattern_Ops").prefix(3))
                .named("unusual"),
            index(IndexKey.expression(Expression.of(" a "))).named("column"),
            index(IndexKey.expression(Expression.of("lower(a)"))).where("a <> ''").named("ex"));
    assertThat(table.index("usual")).isEqualTo(index(asc("a"), desc("a")).named("usual"));
    assertThat(table.index("unusual"))
        .isEqualTo(index(asc("a").nullsFirst().operatorClass("text_pattern_ops")).named("unusual"));
    assertThat(table.index("column")).isEqualTo(index("a").named("column"));
    assertThat(table.index("ex"))
        .isEqualTo(index(IndexKey.expression(REWRITTEN)).where(REWRITTEN).named("ex"));
  }

  @Test
  void whatRowsAreNotLookedAtForIsKept() {
    Table table =
        canonical(
            column("a", integer()),
            primaryKey("a"),
            check("a > 0").notValid().named("ck"),
            foreignKey("a").references("t").notValid().deferrable().named("fk"),
            tableOption(POSTGRESQL, "WITH (fillfactor = 70)"));
    assertThat(((Check) table.constraint("ck")).isNotValid()).isTrue();
    ForeignKey key = (ForeignKey) table.constraint("fk");
    assertThat(key.isNotValid()).isTrue();
    assertThat(key.targetColumns()).containsExactly("a");
    assertThat(key.deferrability())
        .isEqualTo(foreignKey("a").references("t").deferrable().deferrability());
    assertThat(table.options()).containsExactly(new TableOption(POSTGRESQL, "with(fillfactor=70)"));
  }

  @Test
  void usualCollationIsNone() {
    assertThat(canonical(column("a", text()).collate("default")).column("a").collation()).isEmpty();
    assertThat(canonical(column("a", text()).collate("C")).column("a").collation()).contains("C");
  }
}

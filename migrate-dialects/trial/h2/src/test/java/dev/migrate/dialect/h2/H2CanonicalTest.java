package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.dialect.ansi.AnsiCanonical;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2CanonicalTest {

  private static final Dialect DIALECT = new H2Dialect("H2");

  private static Schema canonical(Schema schema) {
    Schema canonical = DIALECT.canonical(schema);
    assertThat(DIALECT.canonical(canonical)).isEqualTo(canonical);
    return canonical;
  }

  private static Table canonical(TableElement... elements) {
    Schema schema =
        Schema.empty()
            .with(new EnumType(QualifiedName.of("mood"), List.of("sad", "happy")))
            .with(sequence("ticket"))
            .with(Table.of(QualifiedName.of("t"), List.of(elements)));
    return canonical(schema).table(QualifiedName.of("t"));
  }

  private static DataType canonical(DataType type) {
    return canonical(column("c", type)).column("c").type();
  }

  private static DefaultValue canonicalDefault(DataType type, Object value) {
    Column column = column("c", type).defaultTo(value);
    return canonical(column).column("c").defaultValue().orElseThrow();
  }

  @Test
  void variantForH2IsChosen() {
    assertThat(canonical(text().on(MYSQL, bigint()).on(H2, varchar(9)))).isEqualTo(varchar(9));
    assertThat(canonicalDefault(integer(), literal(1).on(H2, literal(2)))).isEqualTo(literal(2));
    assertThat(canonicalDefault(integer(), expression("x()").on(H2, "3"))).isEqualTo(literal(3));
  }

  @Test
  void enumTypesBecomeLabelsAndGo() {
    EnumLabels labels = new EnumLabels(List.of("sad", "happy"));
    assertThat(canonical(enumType("mood"))).isEqualTo(labels);
    assertThat(canonical(array(enumType("mood")))).isEqualTo(array(labels));
    assertThat(
            canonical(Schema.empty().with(new EnumType(QualifiedName.of("mood"), List.of("sad"))))
                .enumTypes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int | integer",
        "Character  Varying ( 9 ) | varchar(9)",
        "numeric(5) | decimal(5,0)",
        "clob | text",
        "timestamp without time zone | timestamp",
        "geometry(point,4326) | native GEOMETRY(POINT, 4326)",
        "decimal(5,9) | native DECIMAL(5, 9)",
        "timestamp(10) | native TIMESTAMP(10)",
        "enum('a', 'B''c') | enum['a', 'B''c']",
        "row(\"a b\" int, c varchar(3)) | native ROW(\"a b\" INT, C VARCHAR(3))",
        "tinyint | native TINYINT",
      })
  void nativeTypesAreNamedAsH2DoesWhereItIsSure(String sql, String type) {
    assertThat(canonical(nativeType(sql))).hasToString(type);
  }

  @Test
  void defaultsAreComparedByValueWhereTheyHaveOne() {
    assertThat(canonicalDefault(decimal(9, 2), new BigDecimal("1.50")))
        .isEqualTo(literal(new BigDecimal("1.5")));
    assertThat(canonicalDefault(decimal(9, 2), 100)).isEqualTo(literal(100));
    assertThat(canonicalDefault(integer(), expression("-1"))).isEqualTo(literal(-1));
    assertThat(canonicalDefault(integer(), expression("(1 + 1)"))).isEqualTo(literal(2));
    assertThat(canonicalDefault(integer(), expression("2 * 3"))).isEqualTo(literal(6));
    assertThat(canonicalDefault(varchar(9), expression("'a' || 'b'"))).isEqualTo(literal("ab"));
    assertThat(canonicalDefault(bool(), expression("true"))).isEqualTo(literal(true));
    assertThat(canonicalDefault(date(), expression("current_date"))).isEqualTo(currentDate());
    assertThat(canonicalDefault(integer(), expression("next value for Ticket")))
        .isEqualTo(nextValue("ticket"));
    assertThat(
            canonical(column("c", integer()).defaultTo(literal(null))).column("c").defaultValue())
        .isEmpty();
  }

  @Test
  void textsThatH2RewritesAreNotCompared() {
    assertThat(canonicalDefault(uuid(), expression("random_uuid()")))
        .isEqualTo(AnsiCanonical.REWRITTEN);
    assertThat(canonicalDefault(json(), "{\"b\": 1}")).isEqualTo(AnsiCanonical.REWRITTEN);
    Table table =
        canonical(
            column("a", integer()),
            column("b", integer()).storedAs("a * 2"),
            check("a > 0").named("ck"));
    assertThat(table.column("b"))
        .isEqualTo(column("b", integer()).storedAs(AnsiCanonical.REWRITTEN));
    assertThat(table.constraint("ck")).isEqualTo(check(AnsiCanonical.REWRITTEN).named("ck"));
    View view = view("SELECT 1").reads("t").named(QualifiedName.of("v"));
    assertThat(canonical(Schema.empty().with(view)).views())
        .containsExactly(new View(view.name(), Optional.empty(), List.of()));
  }

  @Test
  void whatH2DoesNotHaveIsLeftOut() {
    Table table =
        canonical(
            column("a", integer()).notNull(),
            column("b", varchar(9)).collate("de_DE"),
            primaryKey("a"),
            foreignKey("a").references("t", "a").initiallyDeferred(),
            index("b").using("hash").named("ix"));
    assertThat(table.column("b").collation()).isEmpty();
    assertThat(table.foreignKeys())
        .containsExactly((ForeignKey) foreignKey("a").references("t", "a").named("fk_t_a"));
    assertThat(table.index("ix").method()).isEmpty();
  }

  @Test
  void foreignKeySaysWhatItRefersTo() {
    Table table =
        canonical(
            column("a", integer()), primaryKey("a"), foreignKey("a").references("t").named("fk"));
    assertThat(table.foreignKeys().get(0).targetColumns()).containsExactly("a");
  }

  @Test
  void upperCaseNamesAreTheBareOnes() {
    Table upper =
        Table.of(
            QualifiedName.of("BILLING.ACCOUNT"),
            List.of(
                column("ID", integer()),
                column("USER", integer()).defaultTo(nextValue("BILLING.SEQ")),
                column("Mixed", integer()),
                primaryKey("ID").named("PK"),
                foreignKey("USER").references("BILLING.ACCOUNT", "ID").named("FK"),
                index("ID").named("IX")));
    Schema schema =
        Schema.empty().withNamespace("BILLING").with(sequence("BILLING.SEQ")).with(upper);
    Table plain =
        Table.of(
            QualifiedName.of("billing.account"),
            List.of(
                column("id", integer()),
                column("USER", integer()).defaultTo(nextValue("billing.seq")),
                column("Mixed", integer()),
                primaryKey("id").named("pk"),
                foreignKey("USER").references("billing.account", "id").named("fk"),
                index("id").named("ix")));
    assertThat(canonical(schema))
        .isEqualTo(
            Schema.empty().withNamespace("billing").with(sequence("billing.seq")).with(plain));
  }

  @Test
  void upperCaseNameStaysWhereTheBareOneIsThereToo() {
    List<TableElement> elements = new ArrayList<>();
    elements.add(column("id", integer()));
    elements.add(column("ID", integer()));
    Schema schema =
        Schema.empty()
            .with(Table.of(QualifiedName.of("account"), elements))
            .with(Table.of(QualifiedName.of("ACCOUNT"), elements));
    assertThat(canonical(schema)).isEqualTo(schema);
  }

  @Test
  void providerIsFoundAndKnowsItsDatabase() {
    DialectProvider provider =
        ServiceLoader.load(DialectProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(known -> known.names().contains(H2))
            .findFirst()
            .orElseThrow();
    assertThat(provider.dialectFor(new DatabaseProduct("H2", "2.5.252", 2, 5)))
        .hasValueSatisfying(
            dialect -> {
              assertThat(dialect.names()).containsExactly(H2);
              assertThat(dialect.capabilities().database()).isEqualTo("H2 2.5");
              assertThat(dialect.capabilities().transactionalDdl()).isFalse();
            });
    assertThat(provider.dialectFor(new DatabaseProduct("PostgreSQL", "17.2", 17, 2))).isEmpty();
    assertThat(provider.dialect(H2).capabilities().database()).isEqualTo("H2");
    Assertions.assertThatThrownBy(
            () -> provider.dialectFor(new DatabaseProduct("H2", "1.4.200", 1, 4)))
        .isInstanceOf(UnsupportedByDialectException.class)
        .hasMessageContaining("use H2 2");
  }
}

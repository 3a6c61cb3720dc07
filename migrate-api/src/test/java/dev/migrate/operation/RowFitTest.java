package dev.migrate.operation;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.binary;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.character;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.currentDate;
import static dev.migrate.Ddl.currentTimestamp;
import static dev.migrate.Ddl.date;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.defaultTo;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.nextValue;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.real;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.smallint;
import static dev.migrate.Ddl.time;
import static dev.migrate.Ddl.timestamp;
import static dev.migrate.Ddl.type;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowFitTest {

  private static List<Operation> operations(Consumer<Operations> up) {
    return Recording.of(Revision.of(Lineage.of("r").root(), up::accept)).upgrade();
  }

  private static Schema fold(Schema before, Consumer<Operations> up) {
    return Operation.applyAll(operations(up), before);
  }

  private static final Schema SCHEMA =
      fold(
          Schema.empty(),
          op -> {
            op.createSequence("ticket");
            op.createEnumType("state", "open", "paid");
            op.createTable(
                "t",
                column("id", integer()).notNull(),
                column("name", varchar(5)),
                column("code", character(2)),
                column("small", smallint()),
                column("big", bigint()),
                column("whole", integer()),
                column("price", decimal(4, 2)),
                column("ratio", real()),
                column("at", timestamp(3)),
                column("clock", time(0)),
                column("day", date()),
                column("flag", bool()),
                column("bytes", binary(2)),
                column("state", enumType("state")),
                column("login", varchar(9)).defaultTo("x"),
                primaryKey("id"),
                unique("name", "small").named("uq"),
                index("big").unique().named("ix"));
            op.createTable(
                "required",
                column("id", integer()).notNull(),
                column("must", integer()).notNull(),
                column("auto", nativeType("serial")).notNull(),
                column("given", integer()).notNull().defaultTo(1),
                column("number", integer()).identity());
          });

  private static void refused(Consumer<Operations> up, String... texts) {
    assertThatThrownBy(() -> fold(SCHEMA, up))
        .isInstanceOf(MigrateException.class)
        .satisfies(failure -> assertThat(failure.getMessage()).contains(texts));
  }

  private static void refusedValue(String column, Object value, String reason) {
    refused(
        op -> op.insert("t", columns("id", column), row(1, value)),
        "does not fit t." + column,
        "because    " + reason);
    refused(
        op -> op.update("t", set(column, value).where("id", 1)),
        "does not fit t." + column,
        reason);
  }

  @Test
  void aValueThatTheColumnDoesNotKeepIsRefused() {
    refusedValue("name", "abcdef", "6 characters are too long for varchar(5)");
    refusedValue("code", "abc", "3 characters are too long for character(2)");
    refusedValue("small", 70_000, "it is out of the range of smallint");
    refusedValue("small", -32_769, "it is out of the range of smallint");
    refusedValue("whole", 1L << 31, "it is out of the range of integer");
    refusedValue("big", new BigDecimal("9223372036854775808"), "it is out of the range of bigint");
    refusedValue("big", 1.5, "its fraction would be lost in bigint");
    refusedValue("price", 1000, "it is out of the range of decimal(4,2)");
    refusedValue(
        "price", new BigDecimal("1.555"), "it has 3 decimal places, and decimal(4,2) keeps 2");
    refusedValue("ratio", 1e39, "it is out of the range of real");
    refusedValue(
        "at",
        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 123_400_000),
        "it has 4 digits of fractional seconds, and timestamp(3) keeps 3");
    refusedValue(
        "clock",
        LocalTime.of(1, 2, 3, 500_000_000),
        "it has 1 digits of fractional seconds, and time(0) keeps 0");
    refusedValue("bytes", new byte[3], "3 bytes are too long for binary(2)");
  }

  @Test
  void aValueThatTheColumnKeepsIsTaken() {
    assertThatCode(
            () ->
                fold(
                    SCHEMA,
                    op ->
                        op.insert(
                            "t",
                            columns("id", "name", "small", "price", "at", "bytes", "ratio"),
                            row(
                                Integer.MIN_VALUE,
                                "😀😀😀😀😀",
                                -32_768,
                                new BigDecimal("-99.990"),
                                LocalDateTime.of(2024, 1, 1, 0, 0, 0, 120_000_000),
                                new byte[2],
                                0.1))))
        .doesNotThrowAnyException();
  }

  @Test
  void aRequiredColumnThatIsLeftOutIsRefused() {
    refused(
        op -> op.insert("required", columns("id"), row(5)),
        "the rows for table required have no value for must",
        "column     must integer not null",
        "row        (5)");
    assertThatCode(
            () -> fold(SCHEMA, op -> op.insert("required", columns("id", "must"), row(5, 6))))
        .doesNotThrowAnyException();
  }

  @Test
  void theSameKeyTwiceInOneInsertIsRefused() {
    refused(
        op -> op.insert("t", columns("id", "name"), row(1, "a"), row(2, "b"), row(1, "c")),
        "two rows for table t have the same key",
        "constraint pk_t [id]",
        "(1, 'a')\n             (1, 'c')");
    refused(
        op -> op.insert("t", columns("id", "name", "small"), row(1, "a", 1), row(2, "a", 1)),
        "constraint uq [name, small]");
    refused(
        op -> op.insert("t", columns("id", "big"), row(1, 7), row(2, new BigDecimal("7.0"))),
        "index ix [big]");
  }

  @Test
  void keysThatDifferOrAreNullAreTwo() {
    assertThatCode(
            () ->
                fold(
                    SCHEMA,
                    op -> {
                      op.insert("t", columns("id", "name"), row(1, "a"), row(2, "a"));
                      op.insert(
                          "t", columns("id", "name", "small"), row(3, null, 1), row(4, null, 1));
                      op.insert(
                          "t",
                          columns("id", "big"),
                          row(5, nextValue("ticket")),
                          row(6, nextValue("ticket")));
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  void aRowCanHaveWhatTheDatabaseComputes() {
    List<Operation> insert =
        operations(
            op ->
                op.insert(
                    "t",
                    columns("id", "at", "day", "name", "big"),
                    row(1, currentTimestamp(), currentDate(), expression("lower('A')"), null)));
    Schema after = insert.get(0).applyTo(SCHEMA);
    assertThat(after).isEqualTo(SCHEMA);
    assertThat(insert.get(0).inverse(SCHEMA).operations())
        .containsExactly(operations(op -> op.delete("t", columns("id"), row(1))).get(0));
  }

  @Test
  void whatTheDatabaseComputesHasAFittingType() {
    refused(
        op -> op.insert("t", columns("id", "small"), row(1, currentTimestamp())),
        "the value current timestamp does not fit t.small");
    refused(
        op -> op.insert("t", columns("id", "clock"), row(1, currentDate())),
        "the value current date does not fit t.clock");
    refused(
        op -> op.insert("t", columns("id", "big"), row(1, nextValue("tickets"))),
        "there is no sequence \"tickets\"");
    refused(
        op -> op.update("t", set("flag", currentTimestamp()).inEveryRow()), "does not fit t.flag");
  }

  @Test
  void aComputedKeyHasNoExactInverse() {
    Operation insert =
        operations(op -> op.insert("t", columns("id"), row(expression("1 + 1")))).get(0);
    assertThat(insert.inverse(SCHEMA).obstacle().orElseThrow())
        .contains("the database computes the key of a row inserted into t");
  }

  @Test
  void nothingIsComparedWithWhatTheDatabaseComputes() {
    assertThatThrownBy(
            () -> operations(op -> op.delete("t", columns("at"), row(currentTimestamp()))))
        .hasMessageContaining("is computed by the database, and cannot be compared with");
    assertThatThrownBy(() -> set("n", 1).where("at", currentTimestamp()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("cannot be compared with");
  }

  @Test
  void aDefaultThatTheColumnDoesNotKeepIsRefused() {
    refused(
        op -> op.createTable("x", column("a", varchar(2)).defaultTo("abc")),
        "the default of x.a does not fit",
        "3 characters are too long for varchar(2)");
    refused(
        op -> op.addColumn("t", column("a", decimal(3, 1)).defaultTo(new BigDecimal("1.25"))),
        "the default of t.a does not fit");
    refused(
        op -> op.alterColumn("t", "small", defaultTo(40_000)),
        "the default of t.small does not fit");
  }

  @Test
  void aTypeThatTheDefaultDoesNotFitAsksForAnotherDefault() {
    Schema schema =
        fold(
            SCHEMA,
            op ->
                op.createTable(
                    "d",
                    column("a", varchar(9)).defaultTo("12"),
                    column("b", integer()).defaultTo(1),
                    column("c", varchar(9)).defaultTo("abcdef")));
    for (String advice :
        List.of(
            refusal(schema, op -> op.alterColumn("d", "a", type(integer()))),
            refusal(schema, op -> op.alterColumn("d", "b", type(bool()))),
            refusal(schema, op -> op.alterColumn("d", "c", type(varchar(3)))))) {
      assertThat(advice).contains("op.alterColumn(\"d\", \"").contains(", type(…), defaultTo(…))");
    }
    assertThatCode(
            () -> fold(schema, op -> op.alterColumn("d", "a", type(integer()), defaultTo(12))))
        .doesNotThrowAnyException();
  }

  private static String refusal(Schema schema, Consumer<Operations> up) {
    try {
      fold(schema, up);
    } catch (MigrateException refused) {
      return refused.getMessage();
    }
    throw new AssertionError("should have been refused");
  }

  @Test
  void numbersOfAnIdentityMoveItsCounterWhateverTheirOrder() {
    Schema schema =
        fold(
            Schema.empty(),
            op ->
                op.createTable(
                    "venue",
                    column("id", bigint()).identity(),
                    column("n", integer()),
                    primaryKey("id")));
    Footprint one = footprint(schema, op -> op.insert("venue", columns("id"), row(1)));
    Footprint other = footprint(schema, op -> op.insert("venue", columns("id"), row(20)));
    Footprint numbered = footprint(schema, op -> op.insert("venue", columns("n"), row(1)));
    assertThat(one.clashesWith(other)).isEmpty();
    assertThat(one.clashesWith(numbered)).isNotEmpty();
  }

  private static Footprint footprint(Schema schema, Consumer<Operations> up) {
    return operations(up).get(0).footprint(schema);
  }

  @Test
  void halfASurrogatePairIsRefusedWhereItIsWritten() {
    String half = "a\ud83d";
    refused(op -> op.createTable(half, column("n", integer())), "unpaired surrogate");
    refused(op -> op.addColumn("t", column(half, integer())), "unpaired surrogate");
    refused(op -> op.insert("t", columns("id", "name"), row(1, half)), "unpaired surrogate");
    refused(op -> op.createEnumType("e", half), "unpaired surrogate");
    refused(op -> op.addEnumValue("state", half), "unpaired surrogate");
    refused(op -> op.commentOnTable("t", dev.migrate.Ddl.comment(half)), "unpaired surrogate");
    refused(op -> op.addCheck("t", dev.migrate.Ddl.check("name <> '" + half + "'")), "surrogate");
    refused(op -> op.execute(dev.migrate.Ddl.sql("SELECT '" + half + "'")), "surrogate");
    refused(op -> op.addColumn("t", column("x", nativeType(half))), "unpaired surrogate");
    assertThatThrownBy(() -> Lineage.of("r" + half)).hasMessageContaining("surrogate");
    assertThatThrownBy(() -> Lineage.of("r").root().message(half))
        .hasMessageContaining("surrogate");
    assertThatThrownBy(() -> Lineage.of("r").root().label(half)).hasMessageContaining("surrogate");
    assertThatCode(
            () ->
                Table.of(
                    dev.migrate.schema.QualifiedName.of("😀"),
                    List.of(column("n", SimpleType.INTEGER))))
        .doesNotThrowAnyException();
  }
}

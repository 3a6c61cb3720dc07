package dev.migrate.schema;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.Literal.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataTypeTest {

  private static final List<DataType> ALL =
      List.of(
          bool(),
          decimal(10, 2),
          varchar(64),
          binary(16),
          time(),
          timestamp(),
          enumType("mood"),
          new EnumLabels(List.of("a", "b")),
          array(text()),
          nativeType("geography(Point,4326)"),
          text().on(MYSQL, nativeType("mediumtext")));

  @Test
  void everyKindOfTypeIsAmongTheSamples() {
    assertThat(ALL.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(List.of(DataType.class.getPermittedSubclasses()));
  }

  static Stream<ThrowingCallable> malformed() {
    return Stream.of(
        () -> varchar(0),
        () -> varchar(-1),
        () -> character(0),
        () -> binary(0),
        () -> decimal(0, 0),
        () -> decimal(10, 11),
        () -> decimal(10, -1),
        () -> time(-1),
        () -> time(10),
        () -> timestamp(10),
        () -> timestampWithTimeZone(-1),
        () -> enumType(""),
        () -> new EnumLabels(List.of()),
        () -> new EnumLabels(List.of("a", "a")),
        () -> new EnumLabels(List.of("")),
        () -> array(array(text())),
        () -> array(text().on(MYSQL, blob())),
        () -> nativeType(" "),
        () -> nativeType("a\0"),
        () -> new VaryingType(text().on(MYSQL, blob()), Map.of()),
        () -> text().on(MYSQL, blob().on(H2, text())),
        () -> text().on(MYSQL, blob()).on(MYSQL, text()));
  }

  @ParameterizedTest
  @MethodSource
  void malformed(ThrowingCallable type) {
    assertThatThrownBy(type)
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("\n  next ");
  }

  @Test
  void theExtremesAreTypes() {
    assertThatCode(
            () -> {
              varchar(1);
              varchar(Integer.MAX_VALUE);
              decimal(1, 0);
              decimal(38, 38);
              time(0);
              timestamp(9);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aRefusalShowsWhatWasWritten() {
    assertThatThrownBy(() -> decimal(2, 10))
        .hasMessage(
            """
            decimal(2,10) is not a valid type
              next       give all digits as the precision, and those after the point as the scale: \
            decimal(10, 2)\
            """);
  }

  @Test
  void typesPrintAsTheyAreWritten() {
    assertThat(
            Stream.concat(ALL.stream(), Stream.of(timestampWithTimeZone(3), character(2)))
                .map(Object::toString))
        .containsExactly(
            "boolean",
            "decimal(10,2)",
            "varchar(64)",
            "binary(16)",
            "time",
            "timestamp",
            "enum mood",
            "enum['a', 'b']",
            "array of text",
            "native geography(Point,4326)",
            "text (differs on [mysql])",
            "timestamp(3) with time zone",
            "character(2)");
  }

  @Test
  void theMostSpecificDialectThatHasAVariantDecides() {
    DataType type = text().on(MYSQL, nativeType("mediumtext")).on(H2, varchar(9));
    assertThat(type.on(List.of(MARIADB, MYSQL))).isEqualTo(nativeType("mediumtext"));
    assertThat(type.on(List.of(POSTGRESQL))).isEqualTo(text());
    assertThat(type.on(List.of())).isEqualTo(text());
    assertThat(bigint().on(List.of(H2))).isEqualTo(bigint());
  }

  @Test
  void variantsAreEqualInWhateverOrderTheyWereNamed() {
    assertThat(text().on(MYSQL, blob()).on(H2, uuid()))
        .isEqualTo(text().on(H2, uuid()).on(MYSQL, blob()));
  }

  @Test
  void everyTypeTakesNullAndOtherwiseItsOwnKindOfLiteral() {
    assertThat(ALL).allMatch(type -> type.accepts(Kind.NULL));
    assertThat(accepted(bigint())).containsExactly(Kind.NULL, Kind.NUMBER);
    assertThat(accepted(doublePrecision())).containsExactly(Kind.NULL, Kind.NUMBER);
    assertThat(accepted(bool())).containsExactly(Kind.NULL, Kind.BOOLEAN);
    assertThat(accepted(varchar(9))).containsExactly(Kind.NULL, Kind.TEXT);
    assertThat(accepted(json())).containsExactly(Kind.NULL, Kind.TEXT);
    assertThat(accepted(enumType("mood"))).containsExactly(Kind.NULL, Kind.TEXT);
    assertThat(accepted(date())).containsExactly(Kind.NULL, Kind.DATE);
    assertThat(accepted(time())).containsExactly(Kind.NULL, Kind.TIME);
    assertThat(accepted(timestamp())).containsExactly(Kind.NULL, Kind.TIMESTAMP);
    assertThat(accepted(timestampWithTimeZone()))
        .containsExactly(Kind.NULL, Kind.TIMESTAMP_WITH_TIME_ZONE);
    assertThat(accepted(uuid())).containsExactly(Kind.NULL, Kind.UUID);
    assertThat(accepted(blob())).containsExactly(Kind.NULL, Kind.BYTES);
    assertThat(accepted(array(text()))).containsExactly(Kind.NULL);
    assertThat(accepted(nativeType("geography"))).isEqualTo(EnumSet.allOf(Kind.class));
    assertThat(accepted(text().on(H2, blob()))).containsExactly(Kind.NULL, Kind.TEXT, Kind.BYTES);
  }

  private static Set<Kind> accepted(DataType type) {
    return Arrays.stream(Kind.values())
        .filter(type::accepts)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
  }
}

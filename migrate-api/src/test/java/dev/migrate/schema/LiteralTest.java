package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.Literal.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {

  @Test
  void numbersAreEqualByValueWhateverTheirJavaType() {
    Literal one = Literal.of(1);
    assertThat(
            List.of(
                Literal.of(1L),
                Literal.of((short) 1),
                Literal.of((byte) 1),
                Literal.of(1.0),
                Literal.of(1f),
                Literal.of(BigInteger.ONE),
                Literal.of(new BigDecimal("1.00")),
                Literal.of(new BigDecimal("1E+0"))))
        .allSatisfy(
            other -> {
              assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
              assertThat(other.text()).isEqualTo("1");
            });
    assertThat(Literal.of(1)).isNotEqualTo(Literal.of("1"));
  }

  @ParameterizedTest
  @CsvSource({"1E+3,1000", "1E-3,0.001", "-0.0,0", "0.10,0.1", "100,100", "1e2,100"})
  void numbersAreWrittenPlainly(String number, String text) {
    assertThat(new Literal(Kind.NUMBER, number).text()).isEqualTo(text);
  }

  @Test
  void floatsKeepTheirShortForm() {
    assertThat(Literal.of(0.1f).text()).isEqualTo("0.1");
    assertThat(Literal.of(1e300).text()).hasSize(301);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void aNumberThatWouldFillTheMemoryIsRefused() {
    assertThatThrownBy(() -> Literal.of(new BigDecimal("1E+2000000000")))
        .isInstanceOf(DefinitionException.class);
    assertThatThrownBy(() -> Literal.of(new BigDecimal("1E-2000000000")))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void onlyFiniteNumbersAreLiterals() {
    assertThatThrownBy(() -> Literal.of(Double.NaN))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("NaN is not a finite number");
    assertThatThrownBy(() -> Literal.of(Float.NEGATIVE_INFINITY))
        .isInstanceOf(DefinitionException.class);
  }

  @Test
  void anInstantIsTheSameInWhateverZoneItWasWritten() {
    assertThat(Literal.of(OffsetDateTime.parse("2020-01-31T12:00+02:00")))
        .isEqualTo(Literal.of(Instant.parse("2020-01-31T10:00:00Z")))
        .hasToString("'2020-01-31T10:00:00Z'");
    assertThat(new Literal(Kind.TIMESTAMP_WITH_TIME_ZONE, "2020-01-31T12:00+02:00").text())
        .isEqualTo("2020-01-31T10:00:00Z");
  }

  @Test
  void otherValuesKeepTheirIsoForm() {
    assertThat(Literal.of(LocalDate.of(2020, 1, 31)).text()).isEqualTo("2020-01-31");
    assertThat(Literal.of(LocalTime.of(9, 5)).text()).isEqualTo("09:05");
    assertThat(Literal.of(LocalDateTime.of(2020, 1, 31, 9, 5)).text())
        .isEqualTo("2020-01-31T09:05");
    assertThat(Literal.of(new UUID(1, 2)).text()).isEqualTo("00000000-0000-0001-0000-000000000002");
    assertThat(new Literal(Kind.UUID, "00000000-0000-0001-0000-00000000000A").text())
        .endsWith("000a");
    assertThat(Literal.of(true).text()).isEqualTo("true");
    assertThat(Literal.of('x')).isEqualTo(Literal.of("x"));
    assertThat(Literal.of(Kind.TEXT)).isEqualTo(Literal.of("TEXT"));
    assertThat(Literal.of(null)).isSameAs(Literal.NULL);
    assertThat(Literal.of(Literal.NULL)).isSameAs(Literal.NULL);
  }

  @Test
  void bytesAreCopiedInAndOut() {
    byte[] bytes = {1, 2};
    Literal literal = Literal.of(bytes);
    bytes[0] = 9;
    literal.bytes()[0] = 9;
    assertThat(literal.bytes()).containsExactly(1, 2);
    assertThat(literal).isEqualTo(Literal.of(new byte[] {1, 2}));
  }

  @Test
  void aNulCharacterIsRefused() {
    assertThatThrownBy(() -> Literal.of("a\0b"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("store it as bytes");
  }

  @Test
  void anUnknownTypeIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Literal.of(Optional.of(1)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("java.util.Optional cannot be a constant")
        .hasMessageContaining("known      String, Boolean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOOLEAN:yes", "NUMBER:1,5", "NUMBER:", "DATE:31.1.2020", "UUID:x"})
  void aTextThatIsNotOfItsKindIsRefused(String kindAndText) {
    String[] parts = kindAndText.split(":", 2);
    assertThatThrownBy(() -> new Literal(Kind.valueOf(parts[0]), parts[1]))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("is not a literal of kind " + parts[0]);
  }

  @Test
  void literalsPrintLikeSql() {
    assertThat(Literal.of("it's")).hasToString("'it''s'");
    assertThat(Literal.of(1.5)).hasToString("1.5");
    assertThat(Literal.NULL).hasToString("null");
  }
}

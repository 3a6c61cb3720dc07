package dev.migrate.testkit;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataTypeVisitor;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.VaryingType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Values of types, another one for each number. They are chosen so that they live through most
 * changes of a type: whole numbers that fit a smallint, texts that are such a number, timestamps at
 * midnight; and so that they do not collide with the keys that revisions use for their own rows.
 *
 * @param schema where named types are
 * @param number which value, from 1
 */
record SampleValues(Schema schema, int number) implements DataTypeVisitor<Optional<Literal>> {

  private static final int FIRST = 20_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  @Override
  public Optional<Literal> visit(SimpleType type) {
    return Optional.of(
        Literal.of(
            switch (type) {
              case BOOLEAN -> number % 2 == 1;
              case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION -> FIRST + number;
              case TEXT -> text();
              case BLOB -> new byte[] {(byte) number};
              case DATE -> day();
              case UUID -> new UUID(FIRST, number);
              case JSON -> "{\"n\": " + number + "}";
            }));
  }

  @Override
  public Optional<Literal> visit(DecimalType type) {
    BigDecimal whole = BigDecimal.valueOf(FIRST + number);
    BigDecimal limit = BigDecimal.TEN.pow(type.precision() - type.scale());
    BigDecimal small =
        type.precision() > type.scale()
            ? whole.remainder(limit)
            : new BigDecimal(BigInteger.valueOf(number), type.scale());
    return Optional.of(Literal.of(whole.compareTo(limit) < 0 ? whole : small));
  }

  @Override
  public Optional<Literal> visit(CharacterType type) {
    String text = text();
    return Optional.of(Literal.of(text.substring(Math.max(0, text.length() - type.length()))));
  }

  @Override
  public Optional<Literal> visit(BinaryType type) {
    byte[] bytes = new byte[type.length()];
    bytes[0] = (byte) number;
    return Optional.of(Literal.of(bytes));
  }

  @Override
  public Optional<Literal> visit(TimeType type) {
    return Optional.of(Literal.of(LocalTime.of(number % 24, 0)));
  }

  @Override
  public Optional<Literal> visit(TimestampType type) {
    Instant midnight = Instant.parse("2020-01-01T00:00:00Z").plus(number, ChronoUnit.DAYS);
    return Optional.of(Literal.of(type.withTimeZone() ? midnight : day().atStartOfDay()));
  }

  @Override
  public Optional<Literal> visit(EnumReference type) {
    return label(schema.enumType(type.type()).labels());
  }

  @Override
  public Optional<Literal> visit(EnumLabels type) {
    return label(type.labels());
  }

  @Override
  public Optional<Literal> visit(ArrayType type) {
    return Optional.empty();
  }

  @Override
  public Optional<Literal> visit(NativeType type) {
    return Optional.empty();
  }

  @Override
  public Optional<Literal> visit(VaryingType type) {
    return Optional.empty();
  }

  private Optional<Literal> label(List<String> labels) {
    return Optional.of(Literal.of(labels.get(number % labels.size())));
  }

  private String text() {
    return Integer.toString(FIRST + number);
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(number);
  }
}

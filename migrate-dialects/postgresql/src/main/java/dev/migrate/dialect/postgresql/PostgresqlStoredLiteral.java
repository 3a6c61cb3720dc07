package dev.migrate.dialect.postgresql;

import dev.migrate.schema.DataType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.SimpleType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** What is left of a constant that is stored. */
final class PostgresqlStoredLiteral {

  private static final int HALF_A_MICROSECOND = 500;

  private PostgresqlStoredLiteral() {}

  static Literal of(Literal literal, DataType type) {
    String text = literal.text();
    return switch (literal.kind()) {
      case NUMBER -> type == SimpleType.REAL ? real(literal) : literal;
      case TIME ->
          Literal.of(
              LocalTime.parse(text).plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS));
      case TIMESTAMP ->
          Literal.of(
              LocalDateTime.parse(text)
                  .plusNanos(HALF_A_MICROSECOND)
                  .truncatedTo(ChronoUnit.MICROS));
      case TIMESTAMP_WITH_TIME_ZONE ->
          Literal.of(
              Instant.parse(text).plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS));
      default -> literal;
    };
  }

  private static Literal real(Literal literal) {
    float value = Float.parseFloat(literal.text());
    return Float.isFinite(value) ? new Literal(Kind.NUMBER, Float.toString(value)) : literal;
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.AnsiLiterals;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.SimpleType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How PostgreSQL writes constants. What is written means the same whether the session has {@code
 * standard_conforming_strings} or not, and whatever its {@code DateStyle}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">4.1.2 Constants in
 *     the manual</a>
 */
final class PostgresqlLiterals extends AnsiLiterals {

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  /**
   * A real column holds another number than the one that is written, and is compared with that as
   * double precision; so the number becomes one of the column's type first.
   */
  @Override
  public String literal(Literal literal, DataType type) {
    return type == SimpleType.REAL && literal.kind() == Kind.NUMBER
        ? text(literal.text()) + "::real"
        : literal(literal);
  }

  @Override
  public String literal(Literal literal) {
    return switch (literal.kind()) {
      case DATE -> {
        LocalDate date = LocalDate.parse(literal.text());
        yield typed("DATE", day(date) + era(date));
      }
      case TIMESTAMP -> {
        LocalDateTime timestamp = LocalDateTime.parse(literal.text());
        yield typed("TIMESTAMP", clock(timestamp) + era(timestamp.toLocalDate()));
      }
      default -> super.literal(literal);
    };
  }

  @Override
  protected String instant(OffsetDateTime instant) {
    LocalDateTime utc = instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return typed("TIMESTAMP WITH TIME ZONE", clock(utc) + "+00" + era(utc.toLocalDate()));
  }

  private static String clock(LocalDateTime timestamp) {
    LocalTime time = timestamp.toLocalTime();
    return day(timestamp.toLocalDate()) + " " + TIME.format(time);
  }

  /** The year 0 of ISO 8601 is the year 1 before Christ, and years above 9999 have no sign. */
  private static String day(LocalDate date) {
    int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
  }

  private static String era(LocalDate date) {
    return date.getYear() > 0 ? "" : " BC";
  }

  /** A backslash is doubled in a text that is marked as having escapes; elsewhere it may be one. */
  @Override
  public String text(String text) {
    return text.indexOf('\\') < 0 ? super.text(text) : "E" + super.text(text.replace("\\", "\\\\"));
  }

  @Override
  protected String bytes(byte[] bytes) {
    return text("\\x" + HexFormat.of().formatHex(bytes)) + "::bytea";
  }
}

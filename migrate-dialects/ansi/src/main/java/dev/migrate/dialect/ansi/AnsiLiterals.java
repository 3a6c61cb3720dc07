package dev.migrate.dialect.ansi;

import dev.migrate.schema.DataType;
import dev.migrate.schema.Literal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;

/**
 * Writes constants into statements; the only way by which a value gets there. Immutable and
 * thread-safe.
 */
public class AnsiLiterals {

  /** The standard requires the seconds even where they are 0, and has no {@code T}. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(TIME)
          .toFormatter();

  /**
   * A constant where the type that it gets is not known.
   *
   * @return the SQL, escaped
   */
  public String literal(Literal literal) {
    String text = literal.text();
    return switch (literal.kind()) {
      case NULL -> "NULL";
      case BOOLEAN -> truth(Boolean.parseBoolean(text));
      case NUMBER -> text;
      case TEXT -> text(text);
      case DATE -> typed("DATE", text);
      case TIME -> typed("TIME", TIME.format(LocalTime.parse(text)));
      case TIMESTAMP -> typed("TIMESTAMP", TIMESTAMP.format(LocalDateTime.parse(text)));
      case TIMESTAMP_WITH_TIME_ZONE -> instant(OffsetDateTime.parse(text));
      case UUID -> typed("UUID", text);
      case BYTES -> bytes(literal.bytes());
    };
  }

  /**
   * A constant that becomes the value of a column.
   *
   * @param type the column's type on this database
   * @return the SQL, escaped
   */
  public String literal(Literal literal, DataType type) {
    return literal(literal);
  }

  /**
   * Text.
   *
   * @return the SQL: in single quotes, with those inside doubled
   */
  public String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** True or false. */
  protected String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  /**
   * Bytes.
   *
   * @return the SQL: hexadecimal digits
   */
  protected String bytes(byte[] bytes) {
    return "X'" + HexFormat.of().formatHex(bytes) + "'";
  }

  /** An instant, written in UTC. */
  protected String instant(OffsetDateTime instant) {
    LocalDateTime utc = instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    return typed("TIMESTAMP WITH TIME ZONE", TIMESTAMP.format(utc) + "+00:00");
  }

  /**
   * A constant of a type that the standard writes as the type's name and text.
   *
   * @param type such as {@code DATE}
   * @param text the value's text
   */
  protected String typed(String type, String text) {
    return type + " " + text(text);
  }
}

package dev.migrate.schema;

import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A constant, such as the default of a column or a value of a row to insert. Each dialect escapes
 * it by its own rules. Equal by kind and text, so {@code 1}, {@code 1L} and {@code 1.0} are equal.
 *
 * @param kind what the text is
 * @param text the value in a form that does not depend on the platform: plain decimal notation
 *     without trailing zeros, ISO 8601 for dates and times (with time zone: UTC), base 64 for
 *     bytes, {@code true} or {@code false}, and empty for NULL
 */
public record Literal(Kind kind, String text) implements DefaultValue {

  /** What a literal's text is. */
  public enum Kind {
    /** SQL's NULL. */
    NULL,
    /** True or false. */
    BOOLEAN,
    /** A number, whole or not. */
    NUMBER,
    /** Characters. */
    TEXT,
    /** A date. */
    DATE,
    /** A time of day. */
    TIME,
    /** A date and time without a time zone. */
    TIMESTAMP,
    /** An instant. */
    TIMESTAMP_WITH_TIME_ZONE,
    /** A UUID. */
    UUID,
    /** Bytes. */
    BYTES
  }

  /** SQL's NULL. */
  public static final Literal NULL = new Literal(Kind.NULL, "");

  /** No database has larger numbers; plain notation must not exhaust the memory. */
  private static final int MOST_ZEROS = 20_000;

  private static final String TYPES =
      "String, Boolean, the whole numbers, BigDecimal, Double, LocalDate, LocalTime, LocalDateTime,"
          + " OffsetDateTime, Instant, UUID or byte[]";

  /**
   * Checks that the text is valid for the kind.
   *
   * @throws DefinitionException if it is not
   */
  public Literal {
    try {
      text = normal(kind, text);
    } catch (RuntimeException malformed) {
      throw new DefinitionException(
          "\"" + text + "\" is not a literal of kind " + kind,
          "make literals with Literal.of(value)");
    }
    if (text.indexOf('\0') >= 0) {
      throw new DefinitionException(
          "a text value contains a NUL character", "store it as bytes; databases refuse it");
    }
    Arguments.requireWholeCharacters(text, "a text value");
  }

  /**
   * The literal of a Java value.
   *
   * @param value a String, Boolean, whole number, BigDecimal, Double, Float, LocalDate, LocalTime,
   *     LocalDateTime, OffsetDateTime, Instant, UUID, byte[], enum constant (its name), or null
   * @throws DefinitionException if the value has another type, is not finite, or has a NUL
   *     character
   */
  public static Literal of(@Nullable Object value) {
    if (value == null) {
      return NULL;
    } else if (value instanceof Literal literal) {
      return literal;
    } else if (value instanceof Boolean bool) {
      return new Literal(Kind.BOOLEAN, bool.toString());
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof LocalDate date) {
      return new Literal(Kind.DATE, date.toString());
    } else if (value instanceof LocalTime time) {
      return new Literal(Kind.TIME, time.toString());
    } else if (value instanceof LocalDateTime timestamp) {
      return new Literal(Kind.TIMESTAMP, timestamp.toString());
    } else if (value instanceof OffsetDateTime instant) {
      return new Literal(Kind.TIMESTAMP_WITH_TIME_ZONE, instant.toInstant().toString());
    } else if (value instanceof Instant instant) {
      return new Literal(Kind.TIMESTAMP_WITH_TIME_ZONE, instant.toString());
    } else if (value instanceof UUID uuid) {
      return new Literal(Kind.UUID, uuid.toString());
    } else if (value instanceof byte[] bytes) {
      return new Literal(Kind.BYTES, Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof Enum<?> constant) {
      return new Literal(Kind.TEXT, constant.name());
    } else if (value instanceof CharSequence || value instanceof Character) {
      return new Literal(Kind.TEXT, value.toString());
    }
    if (value instanceof DefaultValue computed) {
      throw new DefinitionException(
          Facts.of("the value " + computed + " is computed by the database, and is not a constant")
              .next("give a constant here; a default and the row of an insert can be computed"));
    }
    throw new DefinitionException(
        Facts.of("a value of type " + value.getClass().getName() + " cannot be a constant")
            .with("known", TYPES)
            .next("convert it to one of these types"));
  }

  private static Literal number(Number number) {
    boolean exact =
        number instanceof Integer
            || number instanceof Long
            || number instanceof Short
            || number instanceof Byte
            || number instanceof BigInteger
            || number instanceof BigDecimal;
    if (!exact && !Double.isFinite(number.doubleValue())) {
      throw new DefinitionException(number + " is not a finite number", "use null or a finite one");
    }
    return new Literal(Kind.NUMBER, number.toString());
  }

  /** The bytes of a literal of kind {@link Kind#BYTES}. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(text);
  }

  @Override
  public <R> R accept(DefaultValueVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case NULL -> "null";
      case BOOLEAN, NUMBER -> text;
      case BYTES -> "bytes " + text;
      default -> "'" + text.replace("'", "''") + "'";
    };
  }

  private static String normal(Kind kind, String text) {
    return switch (kind) {
      case NULL -> require(text.isEmpty(), text);
      case BOOLEAN -> require(text.equals("true") || text.equals("false"), text);
      case NUMBER -> number(text);
      case TEXT -> text;
      case DATE -> LocalDate.parse(text).toString();
      case TIME -> LocalTime.parse(text).toString();
      case TIMESTAMP -> LocalDateTime.parse(text).toString();
      case TIMESTAMP_WITH_TIME_ZONE ->
          OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
      case UUID -> UUID.fromString(text).toString();
      case BYTES -> Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
    };
  }

  private static String number(String text) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    require(Math.abs((long) number.scale()) <= MOST_ZEROS, text);
    return number.toPlainString();
  }

  private static String require(boolean condition, String text) {
    if (!condition) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}

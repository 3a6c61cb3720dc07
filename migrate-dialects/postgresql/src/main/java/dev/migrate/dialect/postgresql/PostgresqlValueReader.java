package dev.migrate.dialect.postgresql;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of values as PostgreSQL writes them for sessions whose {@code DateStyle} is ISO,
 * as that of its JDBC driver always is.
 */
final class PostgresqlValueReader {

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4,6})-(\\d\\d)-(\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + " ?(Z|[-+]\\d\\d(?::?\\d\\d)?(?::?\\d\\d)?)?)?( BC)?");

  private PostgresqlValueReader() {}

  /** The value that a text means in a column of this type; null if that is not sure. */
  static @Nullable Literal read(String text, DataType type) {
    try {
      if (type instanceof SimpleType simple) {
        return read(text, simple);
      } else if (type instanceof DecimalType) {
        return Literal.of(new BigDecimal(text.strip()));
      } else if (type instanceof TimeType) {
        return Literal.of(LocalTime.parse(text));
      } else if (type instanceof TimestampType timestamp) {
        return timestamp(text, timestamp.withTimeZone());
      } else if (type instanceof BinaryType) {
        return bytes(text);
      }
      return type instanceof CharacterType || type instanceof EnumReference
          ? Literal.of(text)
          : null;
    } catch (RuntimeException other) {
      return null; // such as infinity, or a date in words
    }
  }

  private static @Nullable Literal read(String text, SimpleType type) {
    return switch (type) {
      case BOOLEAN -> truth(text);
      case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION ->
          Literal.of(new BigDecimal(text.strip()));
      case TEXT, JSON -> Literal.of(text);
      case BLOB -> bytes(text);
      case DATE -> date(text);
      case UUID -> new Literal(Kind.UUID, text);
    };
  }

  private static @Nullable Literal truth(String text) {
    return switch (text) {
      case "t", "true", "yes", "on", "1" -> Literal.of(true);
      case "f", "false", "no", "off", "0" -> Literal.of(false);
      default -> null;
    };
  }

  private static @Nullable Literal bytes(String text) {
    return text.startsWith("\\x") ? Literal.of(HexFormat.of().parseHex(text.substring(2))) : null;
  }

  private static @Nullable Literal date(String text) {
    Matcher parts = TIMESTAMP.matcher(text);
    return parts.matches() && parts.group(4) == null ? Literal.of(day(parts)) : null;
  }

  private static @Nullable Literal timestamp(String text, boolean withTimeZone) {
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches() || (withTimeZone && parts.group(5) == null)) {
      return null;
    }
    LocalTime time = parts.group(4) == null ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(4));
    LocalDateTime local = day(parts).atTime(time);
    return withTimeZone
        ? Literal.of(OffsetDateTime.of(local, ZoneOffset.of(offset(parts.group(5)))))
        : Literal.of(local);
  }

  /** Java knows offsets with colons between all parts, or none. */
  private static String offset(String text) {
    return text.equals("Z") ? text : text.replace(":", "");
  }

  private static LocalDate day(Matcher parts) {
    int year = Integer.parseInt(parts.group(1));
    return LocalDate.of(
        parts.group(6) == null ? year : 1 - year,
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }
}

package dev.migrate.dialect.sqlite;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a default, which SQLite keeps as it was written. What is not surely a constant
 * or the current time stays an {@link Expression}.
 */
final class SqliteDefaultReader {

  private SqliteDefaultReader() {}

  /** Reads the default of a column of this type. */
  static DefaultValue read(String text, DataType type) {
    List<SqliteToken> tokens = unwrapped(SqliteToken.of(text));
    DefaultValue value = null;
    try {
      value = value(tokens, type);
    } catch (DefinitionException | IllegalArgumentException noSuchValue) {
      // Such as a date followed by a time; SQLite does not mind.
    }
    if (value instanceof Literal literal && !type.accepts(literal.kind())) {
      value = null;
    }
    return value == null ? Expression.of(text) : value;
  }

  private static List<SqliteToken> unwrapped(List<SqliteToken> tokens) {
    int last = tokens.size() - 1;
    return last > 1 && tokens.get(0).is("(") && tokens.get(last).is(")")
        ? unwrapped(tokens.subList(1, last))
        : tokens;
  }

  private static @Nullable DefaultValue value(List<SqliteToken> tokens, DataType type) {
    if (tokens.size() == 2 && (tokens.get(0).is("-") || tokens.get(0).is("+"))) {
      String sign = tokens.get(0).is("-") ? "-" : "";
      return number(sign + tokens.get(1).text(), type);
    } else if (tokens.size() != 1) {
      return null;
    }
    SqliteToken token = tokens.get(0);
    return switch (token.kind()) {
      case TEXT -> new Literal(kind(type), iso(token.value(), type));
      case BYTES -> new Literal(Literal.Kind.BYTES, base64(token.text()));
      case WORD -> word(token.text(), type);
      default -> null;
    };
  }

  private static @Nullable DefaultValue word(String text, DataType type) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "NULL" -> Literal.NULL;
      case "TRUE" -> type == SimpleType.BOOLEAN ? Literal.of(true) : number("1", type);
      case "FALSE" -> type == SimpleType.BOOLEAN ? Literal.of(false) : number("0", type);
      case "CURRENT_TIMESTAMP" -> new CurrentTimestamp();
      case "CURRENT_DATE" -> new CurrentDate();
      default -> number(text, type);
    };
  }

  private static @Nullable Literal number(String text, DataType type) {
    if (!text.matches("-?[0-9.]+([eE][-+]?[0-9]{1,4})?")) {
      return null;
    }
    if (type == SimpleType.BOOLEAN) {
      return text.equals("0") || text.equals("1") ? Literal.of(text.equals("1")) : null;
    }
    return new Literal(Literal.Kind.NUMBER, text);
  }

  private static Literal.Kind kind(DataType type) {
    if (type instanceof TimestampType timestamp) {
      return timestamp.withTimeZone()
          ? Literal.Kind.TIMESTAMP_WITH_TIME_ZONE
          : Literal.Kind.TIMESTAMP;
    } else if (type instanceof TimeType) {
      return Literal.Kind.TIME;
    } else if (type == SimpleType.DATE) {
      return Literal.Kind.DATE;
    }
    return type == SimpleType.UUID ? Literal.Kind.UUID : Literal.Kind.TEXT;
  }

  /** SQLite writes a blank between date and time, and times in UTC without saying so. */
  private static String iso(String text, DataType type) {
    if (!(type instanceof TimestampType timestamp)) {
      return text;
    }
    String iso = text.replace(' ', 'T');
    return timestamp.withTimeZone() && !iso.matches(".*(Z|[-+]\\d\\d:\\d\\d)") ? iso + "Z" : iso;
  }

  private static String base64(String sql) {
    String digits = sql.substring(2, sql.length() - 1);
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digits));
  }
}

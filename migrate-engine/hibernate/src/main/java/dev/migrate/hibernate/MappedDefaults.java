package dev.migrate.hibernate;

import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimestampType;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the defaults that mappings give as SQL. */
final class MappedDefaults {

  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?");

  private MappedDefaults() {}

  /** A constant where the text certainly is one, otherwise the text itself. */
  static DefaultValue read(String sql, DataType type) {
    String text = sql.strip();
    String word = text.toLowerCase(Locale.ROOT);
    if (word.equals("null")) {
      return Literal.NULL;
    }
    if (TEXT.matcher(text).matches() && type.accepts(Literal.Kind.TEXT) && !isJson(type)) {
      return Literal.of(text.substring(1, text.length() - 1).replace("''", "'"));
    }
    if (NUMBER.matcher(text).matches() && type.accepts(Literal.Kind.NUMBER)) {
      return new Literal(Literal.Kind.NUMBER, text.replaceFirst("^\\+", ""));
    }
    if (type == SimpleType.BOOLEAN && (word.equals("true") || word.equals("false"))) {
      return Literal.of(Boolean.valueOf(word));
    }
    if (word.matches("current_timestamp|now\\(\\)") && type instanceof TimestampType) {
      return new CurrentTimestamp();
    }
    return word.equals("current_date") && type == SimpleType.DATE
        ? new CurrentDate()
        : Expression.of(text);
  }

  private static boolean isJson(DataType type) {
    return type == SimpleType.JSON;
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimestampType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a default, whether the server stored it or a user wrote it as an expression.
 * What is not surely a constant, the current time or a sequence stays an {@link Expression}.
 */
final class MysqlDefaultReader {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[-+]?\\d{1,4})?", Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:_utf8mb[34]\\s*|DATE\\s*|TIME\\s*|TIMESTAMP\\s*)?'((?:[^'\\\\]++|''|\\\\.)*)'",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern HEXADECIMAL =
      Pattern.compile("_utf8mb4\\s*x'([0-9a-f]*)'", Pattern.CASE_INSENSITIVE);

  private static final String NAME = "(`(?:[^`]|``)+`|[a-z_][a-z0-9_]*)";

  private static final Pattern NEXT_VALUE =
      Pattern.compile(
          "(?:nextval\\s*\\(\\s*|next\\s+value\\s+for\\s+)(?:" + NAME + "\\.)?" + NAME + "\\s*\\)?",
          Pattern.CASE_INSENSITIVE);

  private MysqlDefaultReader() {}

  /**
   * Reads a default.
   *
   * @param type the column's type, which the default fits
   * @param names makes a name of a database, if there is one, and a sequence, both without quotes
   */
  static DefaultValue read(
      String text, DataType type, BiFunction<@Nullable String, String, QualifiedName> names) {
    String sql = unwrapped(text.strip());
    Matcher sequence = NEXT_VALUE.matcher(sql);
    if (sequence.matches()) {
      String database = sequence.group(1);
      return new NextValue(
          names.apply(database == null ? null : unquoted(database), unquoted(sequence.group(2))));
    }
    DefaultValue value = now(sql.toLowerCase(Locale.ROOT));
    value = value == null ? literal(sql, type) : value;
    return value == null ? Expression.of(text) : value;
  }

  /** Reads a constant that MySQL shows as it is, without quotes. */
  static DefaultValue plain(String text, DataType type) {
    if (text.isEmpty() && type instanceof BinaryType) {
      return Literal.of(new byte[0]);
    }
    Literal literal = NUMBER.matcher(text).matches() ? number(text, type) : null;
    literal = literal == null ? text(text, type) : literal;
    return literal == null ? Expression.of("'" + text.replace("'", "''") + "'") : literal;
  }

  private static @Nullable DefaultValue now(String sql) {
    if (sql.matches("(current_timestamp|now|localtimestamp|localtime)(\\([0-6]?\\))?")) {
      return new CurrentTimestamp();
    }
    return sql.matches("(current_date|curdate)(\\(\\))?") ? new CurrentDate() : null;
  }

  private static @Nullable Literal literal(String sql, DataType type) {
    if (NUMBER.matcher(sql).matches()) {
      return number(sql, type);
    }
    if (sql.equalsIgnoreCase("true") || sql.equalsIgnoreCase("false")) {
      return type == SimpleType.BOOLEAN ? Literal.of(sql.equalsIgnoreCase("true")) : null;
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(sql);
    if (hexadecimal.matches() && hexadecimal.group(1).length() % 2 == 0) {
      byte[] bytes = HexFormat.of().parseHex(hexadecimal.group(1));
      return text(new String(bytes, StandardCharsets.UTF_8), type);
    }
    Matcher quoted = QUOTED.matcher(sql);
    return quoted.matches() ? text(MysqlText.unescaped(quoted.group(1)), type) : null;
  }

  private static @Nullable Literal number(String sql, DataType type) {
    BigDecimal number = new BigDecimal(sql);
    if (type == SimpleType.BOOLEAN) {
      boolean bit = number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0;
      return bit ? Literal.of(number.signum() != 0) : null;
    }
    return type.accepts(Kind.NUMBER) ? Literal.of(number) : null;
  }

  private static @Nullable Literal text(String text, DataType type) {
    boolean instant = type instanceof TimestampType timestamp && timestamp.withTimeZone();
    try {
      for (Kind kind : new Kind[] {Kind.TEXT, Kind.DATE, Kind.TIME, Kind.TIMESTAMP, Kind.UUID}) {
        if (type.accepts(kind) && !instant) {
          return new Literal(kind, kind == Kind.TIMESTAMP ? text.replace(' ', 'T') : text);
        }
      }
    } catch (RuntimeException malformed) {
      return null; // such as the date 0000-00-00
    }
    return null;
  }

  private static String unquoted(String name) {
    return name.startsWith("`")
        ? name.substring(1, name.length() - 1).replace("``", "`")
        : name.toLowerCase(Locale.ROOT);
  }

  /**
   * The text without parentheses around it; what is left of {@code (a) + (b)} is not a constant.
   */
  private static String unwrapped(String sql) {
    return sql.startsWith("(") && sql.endsWith(")")
        ? unwrapped(sql.substring(1, sql.length() - 1).strip())
        : sql;
  }
}

package dev.migrate.dialect.postgresql;

import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a default, whether PostgreSQL stored it or a user wrote it as an expression.
 * What is not surely a constant, the current time or a sequence stays an {@link Expression}.
 *
 * <p>PostgreSQL stores constants with their type, {@code 'x'::character varying}, and shows what it
 * converted without being asked as if it had not.
 */
final class PostgresqlDefaultReader {

  private static final Pattern NUMERIC =
      Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,4})?");

  /** With a type in front as users write it, or without. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:(?:DATE|TIME|TIMESTAMP|TIMESTAMPTZ|UUID|TIMESTAMP\\s+WITH(?:OUT)?\\s+TIME\\s+ZONE)\\s*)?"
              + "('(?:[^']|'')*')",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ESCAPED = Pattern.compile("[eE]'((?:[^'\\\\]|''|\\\\\\\\)*)'");

  /** What is text first is read for each row. */
  private static final Pattern TEXT_CAST =
      Pattern.compile("::\\s*(?:text|varchar|char|bpchar|name)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> MOMENTS = Set.of("now", "today", "tomorrow", "yesterday");

  private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

  private static final Pattern SEQUENCE = Pattern.compile("(?:" + NAME + "\\.)?" + NAME);

  private static final Pattern NEXT_VALUE =
      Pattern.compile("nextval\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What may stand after {@code ::}. */
  private static final Pattern TYPE = Pattern.compile("[\\p{L}\\p{N}_$ .\",()\\[\\]]+");

  private PostgresqlDefaultReader() {}

  /**
   * Reads a default.
   *
   * @param type the column's type, which the default fits
   */
  static DefaultValue read(String text, DataType type) {
    String sql = bare(text);
    Matcher sequence = NEXT_VALUE.matcher(sql);
    DefaultValue value = sequence.matches() ? nextValue(sequence.group(1)) : constant(sql, type);
    if (value instanceof Literal literal && !type.accepts(literal.kind())) {
      value = null;
    }
    return value == null ? Expression.of(text) : value;
  }

  /**
   * The word in a constant that means a moment, which PostgreSQL reads once: 8.5.1.4 Special Values
   * in the manual.
   *
   * @return the word in lower case; empty if the default is another one
   */
  static Optional<String> moment(String text) {
    String value = TEXT_CAST.matcher(text).find() ? null : quoted(bare(text));
    return Optional.ofNullable(value)
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(MOMENTS::contains);
  }

  private static @Nullable DefaultValue nextValue(String argument) {
    String text = quoted(bare(argument));
    Matcher name = SEQUENCE.matcher(text == null ? "" : text);
    if (!name.matches()) {
      return null;
    }
    String schema = name.group(1);
    String sequence = unquoted(name.group(2));
    return new NextValue(
        schema == null
            ? QualifiedName.exactly(sequence)
            : QualifiedName.in(unquoted(schema), sequence));
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }

  private static @Nullable DefaultValue constant(String sql, DataType type) {
    return switch (sql.toUpperCase(Locale.ROOT)) {
      case "NULL" -> Literal.NULL;
      case "TRUE", "FALSE" -> new Literal(Kind.BOOLEAN, sql.toLowerCase(Locale.ROOT));
      case "CURRENT_TIMESTAMP", "NOW()" -> new CurrentTimestamp();
      case "CURRENT_DATE" -> new CurrentDate();
      default -> literal(sql, type);
    };
  }

  private static @Nullable Literal literal(String sql, DataType type) {
    if (type instanceof NativeType) {
      return null; // PostgreSQL may write the value in another way
    } else if (NUMERIC.matcher(sql).matches()) {
      return new Literal(Kind.NUMBER, sql.startsWith("+") ? sql.substring(1) : sql);
    }
    String text = quoted(sql);
    return text == null ? null : PostgresqlValueReader.read(text, type);
  }

  /** The text of a string constant; null if it is none, or has escapes other than a backslash. */
  private static @Nullable String quoted(String sql) {
    Matcher plain = QUOTED.matcher(sql);
    if (plain.matches()) {
      String text = plain.group(1);
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    Matcher escaped = ESCAPED.matcher(sql);
    return escaped.matches() ? escaped.group(1).replace("''", "'").replace("\\\\", "\\") : null;
  }

  /** The text without parentheses around it and types after it. */
  private static String bare(String text) {
    String sql = text.strip();
    int cast = lastCast(sql);
    if (cast >= 0 && TYPE.matcher(sql.substring(cast + 2)).matches()) {
      return bare(sql.substring(0, cast));
    }
    return sql.startsWith("(") && closing(sql) == sql.length() - 1
        ? bare(sql.substring(1, sql.length() - 1))
        : sql;
  }

  /** Where the last {@code ::} outside of quotes and parentheses stands; -1 if there is none. */
  private static int lastCast(String sql) {
    int last = -1;
    int depth = 0;
    for (int at = 0; at < sql.length(); at = next(sql, at)) {
      char c = sql.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && sql.startsWith("::", at)) {
        last = at;
      }
    }
    return last;
  }

  /** Where the parenthesis that the text starts with is closed; -1 if nowhere. */
  private static int closing(String sql) {
    int depth = 0;
    for (int at = 0; at < sql.length(); at = next(sql, at)) {
      char c = sql.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** The next character, or what follows a quoted part that starts here. */
  private static int next(String sql, int at) {
    char c = sql.charAt(at);
    if (c != '\'' && c != '"') {
      return at + 1;
    }
    boolean escapes = c == '\'' && at > 0 && "eE".indexOf(sql.charAt(at - 1)) >= 0;
    int end = at + 1;
    while (end < sql.length() && sql.charAt(end) != c) {
      end += escapes && sql.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, sql.length());
  }
}

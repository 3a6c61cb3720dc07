package dev.migrate.dialect.h2;

import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Literal.Kind;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.QualifiedName;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a default, whether H2 stored it or a user wrote it as an expression. What is
 * not surely a constant, the current time or a sequence stays an {@link Expression}.
 *
 * @see <a href="https://h2database.com/html/grammar.html#value">H2's literals</a>
 */
final class H2DefaultReader {

  private static final String NUMBER = "[-+]? ?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:E[-+]?\\d{1,4})?";

  private static final Pattern NUMERIC = Pattern.compile(NUMBER, Pattern.CASE_INSENSITIVE);

  /** How H2 writes a number that it read in exponent notation, or with nothing after the point. */
  private static final Pattern CAST_NUMERIC =
      Pattern.compile("CAST\\((" + NUMBER + ") AS (?:DECFLOAT|NUMERIC)(?:\\(\\d+\\))?\\)");

  private static final Pattern QUOTED =
      Pattern.compile(
          "(U&|X|DATE|TIME|TIMESTAMP|TIMESTAMP WITH TIME ZONE|UUID|JSON|)\\s*'((?:[^']|'')*)'",
          Pattern.CASE_INSENSITIVE);

  /** Two operands; longer computations are not followed. */
  private static final Pattern OPERATION =
      Pattern.compile("([-+]?[^-+*|/%()]+?)\\s*(\\+|-|\\*|\\|\\|)\\s*([^-+*|/%()]+)");

  private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[A-Z_][A-Z0-9_]*)";

  private static final Pattern NEXT_VALUE =
      Pattern.compile(
          "NEXT\\s+VALUE\\s+FOR\\s+(?:" + NAME + "\\.)?" + NAME, Pattern.CASE_INSENSITIVE);

  private static final Pattern OFFSET_HOUR = Pattern.compile("[-+]\\d\\d");

  private H2DefaultReader() {}

  /**
   * Reads a default.
   *
   * @param type the column's type, which the default fits
   * @param names makes a name of a schema, if there is one, and a sequence, both without quotes
   */
  static DefaultValue read(
      String text, DataType type, BiFunction<@Nullable String, String, QualifiedName> names) {
    String sql = unwrapped(text.strip());
    Matcher sequence = NEXT_VALUE.matcher(sql);
    if (sequence.matches()) {
      String schema = sequence.group(1);
      return new NextValue(
          names.apply(schema == null ? null : unquoted(schema), unquoted(sequence.group(2))));
    }
    DefaultValue value = constant(sql);
    if (value instanceof Literal literal && !type.accepts(literal.kind())) {
      value = null;
    }
    return value == null ? Expression.of(text) : value;
  }

  private static @Nullable DefaultValue constant(String sql) {
    return switch (sql.toUpperCase(Locale.ROOT)) {
      case "NULL" -> Literal.NULL;
      case "TRUE", "FALSE" -> new Literal(Kind.BOOLEAN, sql.toLowerCase(Locale.ROOT));
      case "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP()" -> new CurrentTimestamp();
      case "CURRENT_DATE", "CURRENT_DATE()", "CURDATE()" -> new CurrentDate();
      default -> literal(sql);
    };
  }

  private static @Nullable Literal literal(String sql) {
    Matcher cast = CAST_NUMERIC.matcher(sql);
    String number = cast.matches() ? cast.group(1) : sql;
    if (NUMERIC.matcher(number).matches()) {
      String plain = number.replace(" ", "");
      return new Literal(Kind.NUMBER, new BigDecimal(plain).toPlainString());
    }
    Matcher quoted = QUOTED.matcher(sql);
    return quoted.matches() ? quoted(quoted) : computed(sql);
  }

  /** H2 computes constants before it stores them: sums, differences, products, joined texts. */
  private static @Nullable Literal computed(String sql) {
    Matcher operation = OPERATION.matcher(sql);
    if (!operation.matches()) {
      return null;
    }
    DefaultValue left = constant(operation.group(1));
    DefaultValue right = constant(operation.group(3));
    if (!(left instanceof Literal a && right instanceof Literal b && a.kind() == b.kind())) {
      return null;
    }
    boolean join = operation.group(2).equals("||");
    if (join || a.kind() != Kind.NUMBER) {
      return join && a.kind() == Kind.TEXT ? new Literal(Kind.TEXT, a.text() + b.text()) : null;
    }
    BigDecimal x = new BigDecimal(a.text());
    BigDecimal y = new BigDecimal(b.text());
    return Literal.of(
        switch (operation.group(2)) {
          case "+" -> x.add(y);
          case "-" -> x.subtract(y);
          default -> x.multiply(y);
        });
  }

  private static @Nullable Literal quoted(MatchResult quoted) {
    String value = quoted.group(2).replace("''", "'");
    try {
      return switch (quoted.group(1).toUpperCase(Locale.ROOT)) {
        case "" -> new Literal(Kind.TEXT, value);
        case "JSON" -> new Literal(Kind.TEXT, value);
        case "U&" -> new Literal(Kind.TEXT, H2Text.unescaped(value));
        case "X" ->
            new Literal(
                Kind.BYTES, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(value)));
        case "DATE" -> new Literal(Kind.DATE, value);
        case "TIME" -> new Literal(Kind.TIME, value);
        case "TIMESTAMP" -> new Literal(Kind.TIMESTAMP, value.replace(' ', 'T'));
        case "UUID" -> new Literal(Kind.UUID, value);
        default -> new Literal(Kind.TIMESTAMP_WITH_TIME_ZONE, instant(value));
      };
    } catch (RuntimeException malformed) {
      return null; // such as a year that ISO 8601 writes in another way
    }
  }

  /** H2 leaves out the minutes of an offset: {@code +02}. */
  private static String instant(String value) {
    String text = value.replace(' ', 'T');
    Matcher hour = OFFSET_HOUR.matcher(text);
    return hour.region(Math.max(0, text.length() - 3), text.length()).matches()
        ? text + ":00"
        : text;
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
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

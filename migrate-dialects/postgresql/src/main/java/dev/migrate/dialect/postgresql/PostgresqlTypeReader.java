package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads types in PostgreSQL's words, from the catalogue ({@code format_type}) or from a native
 * type. What the model has no word for stays a {@link NativeType}, in lower case and with
 * PostgreSQL's spacing; without its schema, which the catalogue shows or not depending on the
 * session's {@code search_path}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">8. Data Types in the
 *     manual</a>
 */
final class PostgresqlTypeReader {

  private static final int MICROSECONDS = 6;

  /** Words, then up to two numbers, then words: {@code timestamp(3) with time zone}. */
  private static final Pattern TYPE =
      Pattern.compile("([a-z][a-z0-9_ ]*?)(?:\\((\\d{1,9})(?:,(\\d{1,9}))?\\))?( with[a-z ]+)?");

  private static final Pattern ARRAY =
      Pattern.compile("(.*?)((?: ?\\[\\d*])+| array(?:\\[\\d*])?)");

  /** What must keep its case and its spaces, or white space, or anything else. */
  private static final Pattern PART =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\s+|[^'\"\\s]+");

  private static final Pattern QUALIFIER =
      Pattern.compile("^(?:\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*)\\.(?=[\\p{L}_\"])");

  private static final Map<String, DataType> SIMPLE =
      Map.ofEntries(
          Map.entry("boolean", SimpleType.BOOLEAN),
          Map.entry("bool", SimpleType.BOOLEAN),
          Map.entry("smallint", SimpleType.SMALLINT),
          Map.entry("int2", SimpleType.SMALLINT),
          Map.entry("integer", SimpleType.INTEGER),
          Map.entry("int", SimpleType.INTEGER),
          Map.entry("int4", SimpleType.INTEGER),
          Map.entry("bigint", SimpleType.BIGINT),
          Map.entry("int8", SimpleType.BIGINT),
          Map.entry("real", SimpleType.REAL),
          Map.entry("float4", SimpleType.REAL),
          Map.entry("double precision", SimpleType.DOUBLE_PRECISION),
          Map.entry("float8", SimpleType.DOUBLE_PRECISION),
          Map.entry("text", SimpleType.TEXT),
          Map.entry("bytea", SimpleType.BLOB),
          Map.entry("date", SimpleType.DATE),
          Map.entry("uuid", SimpleType.UUID),
          Map.entry("jsonb", SimpleType.JSON));

  /** Other names of types that the model has no word for. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "numeric", "numeric",
          "decimal", "numeric",
          "dec", "numeric",
          "varchar", "character varying",
          "char varying", "character varying",
          "timetz", "time with time zone",
          "varbit", "bit varying",
          "bit", "bit(1)");

  private PostgresqlTypeReader() {}

  /** The type that the text means. */
  static DataType read(String text) {
    String sql = normal(text);
    Matcher array = ARRAY.matcher(sql);
    if (array.matches()) {
      DataType element = read(array.group(1));
      return element instanceof NativeType other
          ? new NativeType(other.sql() + "[]")
          : new ArrayType(element);
    }
    Matcher type = TYPE.matcher(sql);
    DataType known = type.matches() ? known(type) : null;
    return known == null ? new NativeType(SYNONYMS.getOrDefault(sql, sql)) : known;
  }

  private static @Nullable DataType known(Matcher type) {
    String name = type.group(1);
    boolean bare = type.group(2) == null;
    int first = bare ? -1 : Integer.parseInt(type.group(2));
    int second = type.group(3) == null ? 0 : Integer.parseInt(type.group(3));
    String zone = type.group(4) == null ? "" : type.group(4).strip();
    if (!zone.isEmpty() && !name.equals("timestamp") && !name.equals("time")) {
      return null;
    }
    return switch (name) {
      case "numeric", "decimal", "dec" ->
          bare || first < 1 || second > first ? null : new DecimalType(first, second);
      case "character varying", "varchar", "char varying" ->
          bare || first < 1 ? null : new CharacterType(first, false);
      case "character", "char" -> first == 0 ? null : new CharacterType(bare ? 1 : first, true);
      case "bpchar" -> first < 1 ? null : new CharacterType(first, true);
      case "float" -> bare || first > 24 ? SimpleType.DOUBLE_PRECISION : SimpleType.REAL;
      case "time" ->
          zone.equals("with time zone") ? null : new TimeType(digits(bare ? MICROSECONDS : first));
      case "timestamp" ->
          new TimestampType(digits(bare ? MICROSECONDS : first), zone.equals("with time zone"));
      case "timestamptz" -> new TimestampType(digits(bare ? MICROSECONDS : first), true);
      default -> bare ? SIMPLE.get(name) : null;
    };
  }

  private static int digits(int declared) {
    return Math.min(declared, MICROSECONDS);
  }

  /** Lower case, one space between words, none around commas and parentheses, no schema. */
  private static String normal(String text) {
    StringBuilder sql = new StringBuilder();
    Matcher parts = PART.matcher(text.strip());
    while (parts.find()) {
      String part = parts.group();
      boolean quoted = part.startsWith("'") || part.startsWith("\"");
      sql.append(quoted ? part : part.isBlank() ? " " : part.toLowerCase(Locale.ROOT));
    }
    String spaced =
        sql.toString()
            .replaceAll(" ?, ?", ",")
            .replaceAll(" ?\\( ?", "(")
            .replaceAll(" ?\\)", ")")
            .replaceAll("\\)(?=[a-z])", ") ");
    return QUALIFIER.matcher(spaced).replaceFirst("");
  }
}

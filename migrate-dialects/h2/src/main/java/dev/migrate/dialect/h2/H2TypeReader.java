package dev.migrate.dialect.h2;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads types in H2's words, whether H2 said them ({@code DATA_TYPE_SQL}) or a user as a native
 * type. What the model has no word for stays a {@link NativeType}, in upper case and with H2's
 * spacing, so that {@code geometry(point,4326)} equals what is stored.
 *
 * @see <a href="https://h2database.com/html/datatypes.html">H2's data types</a>
 */
final class H2TypeReader {

  /** The precision that H2 takes for {@code NUMERIC} without one. */
  private static final int MOST_DIGITS = 100_000;

  /** Words, then up to two numbers, then words: {@code TIMESTAMP(3) WITH TIME ZONE}. */
  private static final Pattern TYPE =
      Pattern.compile("([A-Z][A-Z0-9_ ]*?)(?:\\((\\d{1,9})(?:, (\\d{1,9}))?\\))?( WITH[A-Z ]+)?");

  private static final Pattern ENUM = Pattern.compile("ENUM\\((.*)\\)", Pattern.DOTALL);

  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

  /** What must keep its case and its spaces, or white space, or anything else. */
  private static final Pattern PART =
      Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\s+|[^'\"\\s]+");

  private static final Map<String, DataType> SIMPLE =
      Map.ofEntries(
          Map.entry("BOOLEAN", SimpleType.BOOLEAN),
          Map.entry("BOOL", SimpleType.BOOLEAN),
          Map.entry("SMALLINT", SimpleType.SMALLINT),
          Map.entry("INT2", SimpleType.SMALLINT),
          Map.entry("INTEGER", SimpleType.INTEGER),
          Map.entry("INT", SimpleType.INTEGER),
          Map.entry("INT4", SimpleType.INTEGER),
          Map.entry("BIGINT", SimpleType.BIGINT),
          Map.entry("INT8", SimpleType.BIGINT),
          Map.entry("REAL", SimpleType.REAL),
          Map.entry("FLOAT4", SimpleType.REAL),
          Map.entry("DOUBLE PRECISION", SimpleType.DOUBLE_PRECISION),
          Map.entry("DOUBLE", SimpleType.DOUBLE_PRECISION),
          Map.entry("FLOAT8", SimpleType.DOUBLE_PRECISION),
          Map.entry("FLOAT", SimpleType.DOUBLE_PRECISION),
          Map.entry("CHARACTER LARGE OBJECT", SimpleType.TEXT),
          Map.entry("BINARY LARGE OBJECT", SimpleType.BLOB),
          Map.entry("DATE", SimpleType.DATE),
          Map.entry("UUID", SimpleType.UUID),
          Map.entry("JSON", SimpleType.JSON));

  /** Other names of types, the same in every version of H2. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("NCHAR", "CHARACTER"),
          Map.entry("NATIONAL CHARACTER", "CHARACTER"),
          Map.entry("NATIONAL CHAR", "CHARACTER"),
          Map.entry("VARCHAR", "CHARACTER VARYING"),
          Map.entry("VARCHAR2", "CHARACTER VARYING"),
          Map.entry("NVARCHAR", "CHARACTER VARYING"),
          Map.entry("NVARCHAR2", "CHARACTER VARYING"),
          Map.entry("CHAR VARYING", "CHARACTER VARYING"),
          Map.entry("NCHAR VARYING", "CHARACTER VARYING"),
          Map.entry("NATIONAL CHARACTER VARYING", "CHARACTER VARYING"),
          Map.entry("NATIONAL CHAR VARYING", "CHARACTER VARYING"),
          Map.entry("VARCHAR_CASESENSITIVE", "CHARACTER VARYING"),
          Map.entry("LONGVARCHAR", "CHARACTER VARYING"),
          Map.entry("CLOB", "CHARACTER LARGE OBJECT"),
          Map.entry("NCLOB", "CHARACTER LARGE OBJECT"),
          Map.entry("CHAR LARGE OBJECT", "CHARACTER LARGE OBJECT"),
          Map.entry("NCHAR LARGE OBJECT", "CHARACTER LARGE OBJECT"),
          Map.entry("NATIONAL CHARACTER LARGE OBJECT", "CHARACTER LARGE OBJECT"),
          Map.entry("BLOB", "BINARY LARGE OBJECT"),
          Map.entry("VARBINARY", "BINARY VARYING"),
          Map.entry("RAW", "BINARY VARYING"),
          Map.entry("LONG RAW", "BINARY VARYING"),
          Map.entry("BYTEA", "BINARY VARYING"),
          Map.entry("LONGVARBINARY", "BINARY VARYING"),
          Map.entry("BIT", "BOOLEAN"),
          Map.entry("MEDIUMINT", "INTEGER"),
          Map.entry("SIGNED", "INTEGER"),
          Map.entry("OTHER", "JAVA_OBJECT"),
          Map.entry("OBJECT", "JAVA_OBJECT"));

  private H2TypeReader() {}

  /** The type that the text means. */
  static DataType read(String text) {
    String sql = normal(text);
    if (sql.endsWith(" ARRAY")) {
      DataType element = read(sql.substring(0, sql.length() - " ARRAY".length()));
      boolean nested = element instanceof ArrayType || element instanceof NativeType;
      return nested ? new NativeType(sql) : new ArrayType(element);
    }
    Matcher labels = ENUM.matcher(sql);
    if (labels.matches()) {
      return new EnumLabels(
          TEXT.matcher(labels.group(1))
              .results()
              .map(label -> label.group(1).replace("''", "'"))
              .toList());
    }
    Matcher type = TYPE.matcher(sql);
    if (!type.matches()) {
      return new NativeType(sql);
    }
    String synonym = SYNONYMS.get(type.group(1));
    if (synonym != null) {
      return read(synonym + sql.substring(type.group(1).length()));
    }
    DataType known = known(type);
    return known == null ? new NativeType(sql) : known;
  }

  /** Whether a type with this time zone, or none, is distinguished from one without. */
  private static boolean hasUnknownZone(String name, String zone) {
    return switch (name) {
      case "TIMESTAMP" -> false;
      case "TIME" -> zone.equals("WITH TIME ZONE");
      default -> !zone.isEmpty();
    };
  }

  private static @Nullable DataType known(Matcher type) {
    String name = type.group(1);
    boolean bare = type.group(2) == null;
    int first = bare ? -1 : Integer.parseInt(type.group(2));
    int second = type.group(3) == null ? 0 : Integer.parseInt(type.group(3));
    String zone = type.group(4) == null ? "" : type.group(4).strip();
    if (hasUnknownZone(name, zone)) {
      return null;
    }
    return switch (name) {
      case "NUMERIC", "DECIMAL", "DEC" -> decimal(bare ? MOST_DIGITS : first, second);
      case "NUMBER" -> bare ? null : decimal(first, second);
      case "CHARACTER", "CHAR" -> characters(bare ? 1 : first, true);
      // Without a length: a thousand million characters, for which the model has no word.
      case "CHARACTER VARYING" -> bare ? null : characters(first, false);
      case "BINARY VARYING" -> bare || first < 1 ? null : new BinaryType(first);
      case "FLOAT" -> bare || first > 24 ? SimpleType.DOUBLE_PRECISION : SimpleType.REAL;
      // The standard's default: none for times, microseconds for timestamps.
      case "TIME" -> first > 9 ? null : new TimeType(bare ? 0 : first);
      case "TIMESTAMP" -> timestamp(bare ? 6 : first, zone);
      default -> bare ? SIMPLE.get(name) : null;
    };
  }

  private static @Nullable DataType decimal(int precision, int scale) {
    return precision < 1 || scale > precision ? null : new DecimalType(precision, scale);
  }

  private static @Nullable DataType characters(int length, boolean fixed) {
    return length < 1 ? null : new CharacterType(length, fixed);
  }

  private static @Nullable DataType timestamp(int digits, String zone) {
    return switch (zone) {
      case "", "WITHOUT TIME ZONE" -> digits > 9 ? null : new TimestampType(digits, false);
      case "WITH TIME ZONE" -> digits > 9 ? null : new TimestampType(digits, true);
      default -> null;
    };
  }

  /** Upper case, one space between words and after commas, none before or after parentheses. */
  private static String normal(String text) {
    List<String> kept = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    Matcher parts = PART.matcher(text.strip());
    while (parts.find()) {
      String part = parts.group();
      if (part.startsWith("'") || part.startsWith("\"")) {
        sql.append('\0').append(kept.size()).append('\0');
        kept.add(part);
      } else {
        sql.append(part.isBlank() ? " " : part.toUpperCase(Locale.ROOT));
      }
    }
    String spaced =
        sql.toString()
            .replaceAll(" ?, ?", ", ")
            .replaceAll(" ?\\( ?", "(")
            .replaceAll(" ?\\)", ")")
            .replaceAll("\\)(?=[A-Z])", ") ");
    for (int i = 0; i < kept.size(); i++) {
      spaced = spaced.replace("\0" + i + "\0", kept.get(i));
    }
    return spaced;
  }
}

package dev.migrate.dialect.mysql;

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads types in the words of MySQL and MariaDB, whether the catalogue said them ({@code
 * COLUMN_TYPE}) or a user as a native type. What the model has no word for stays a {@link
 * NativeType}, in lower case and without the widths of whole numbers, which newer versions do not
 * report: {@code int unsigned}.
 */
final class MysqlTypeReader {

  private static final Pattern TYPE =
      Pattern.compile("([a-z][a-z0-9_ ]*?) ?(?:\\((\\d{1,9})(?:,(\\d{1,9}))?\\))?( [a-z].*)?");

  private static final Pattern ENUM = Pattern.compile("(?is)enum\\s*\\((.*)\\)");

  private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'", Pattern.DOTALL);

  /** What must keep its case and its spaces, or white space, or anything else. */
  private static final Pattern PART =
      Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|\\s+|[^'\\s]+", Pattern.DOTALL);

  private static final Map<String, DataType> SIMPLE =
      Map.ofEntries(
          Map.entry("boolean", SimpleType.BOOLEAN),
          Map.entry("bool", SimpleType.BOOLEAN),
          Map.entry("smallint", SimpleType.SMALLINT),
          Map.entry("int2", SimpleType.SMALLINT),
          Map.entry("int", SimpleType.INTEGER),
          Map.entry("integer", SimpleType.INTEGER),
          Map.entry("int4", SimpleType.INTEGER),
          Map.entry("bigint", SimpleType.BIGINT),
          Map.entry("int8", SimpleType.BIGINT),
          Map.entry("float", SimpleType.REAL),
          Map.entry("float4", SimpleType.REAL),
          Map.entry("double", SimpleType.DOUBLE_PRECISION),
          Map.entry("double precision", SimpleType.DOUBLE_PRECISION),
          Map.entry("float8", SimpleType.DOUBLE_PRECISION),
          Map.entry("longtext", SimpleType.TEXT),
          Map.entry("longblob", SimpleType.BLOB),
          Map.entry("date", SimpleType.DATE),
          Map.entry("uuid", SimpleType.UUID),
          Map.entry("json", SimpleType.JSON));

  private static final Pattern TIMESTAMP =
      Pattern.compile("\\s*timestamp\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern POINT_IN_TIME =
      Pattern.compile(
          "\\s*(?:datetime|timestamp)\\b\\s*(?:\\(\\s*(\\d)\\s*\\))?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern ON_UPDATE =
      Pattern.compile("\\bon update (?:current_timestamp|now|localtime(?:stamp)?)(?:\\(\\d?\\))?");

  private MysqlTypeReader() {}

  /** Whether it is a TIMESTAMP, of which servers have rules of their own. */
  static boolean isTimestamp(DataType type) {
    return type instanceof TimestampType instant
        ? instant.withTimeZone()
        : type instanceof NativeType other && TIMESTAMP.matcher(other.sql()).matches();
  }

  /** Whether it is a DATETIME or a TIMESTAMP, which take the current time as a plain default. */
  static boolean isPointInTime(DataType type) {
    return type instanceof TimestampType
        || (type instanceof NativeType other && POINT_IN_TIME.matcher(other.sql()).matches());
  }

  /** How many digits of a second a DATETIME or TIMESTAMP keeps; 0 for other types. */
  static int fraction(DataType type) {
    if (type instanceof TimestampType timestamp) {
      return timestamp.digits();
    }
    Matcher digits = POINT_IN_TIME.matcher(type instanceof NativeType other ? other.sql() : "");
    return digits.matches() && digits.group(1) != null ? Integer.parseInt(digits.group(1)) : 0;
  }

  /** The type that the text means on a server: one without a type for UUIDs has their bytes. */
  static DataType read(String text, MysqlServer server) {
    DataType type = read(text);
    boolean isBytes = server.hasUuid() && type == SimpleType.UUID && !normal(text).equals("uuid");
    return isBytes ? new NativeType(normal(text)) : type;
  }

  /** The type that the text means on a server without a type for UUIDs. */
  static DataType read(String text) {
    Matcher labels = ENUM.matcher(text.strip());
    if (labels.matches()) {
      return labels(labels.group(1)).<DataType>map(EnumLabels::new).orElse(new NativeType(text));
    }
    String sql = withUpdate(normal(text));
    Matcher type = TYPE.matcher(sql);
    DataType known = type.matches() && type.group(4) == null ? known(type) : null;
    return known == null ? new NativeType(withoutWidth(sql)) : known;
  }

  /** The current time has as many digits of a second as the column: others are refused. */
  private static String withUpdate(String sql) {
    String digits = MysqlTypes.digits(fraction(new NativeType(sql)));
    return ON_UPDATE.matcher(sql).replaceFirst("on update current_timestamp" + digits);
  }

  /** Labels that a server has are different, but the catalogue may show them as the same. */
  private static Optional<List<String>> labels(String list) {
    List<String> labels = new ArrayList<>();
    Matcher label = TEXT.matcher(list);
    while (label.find()) {
      labels.add(MysqlText.unescaped(label.group(1)));
    }
    boolean distinct = new HashSet<>(labels).size() == labels.size();
    return distinct && !labels.isEmpty() && !labels.contains("")
        ? Optional.of(labels)
        : Optional.empty();
  }

  private static @Nullable DataType known(Matcher type) {
    String name = type.group(1);
    boolean bare = type.group(2) == null;
    int first = bare ? -1 : Integer.parseInt(type.group(2));
    boolean single = type.group(3) == null;
    int second = single ? 0 : Integer.parseInt(type.group(3));
    return switch (name) {
      case "decimal", "numeric", "dec", "fixed" ->
          bare ? new DecimalType(10, 0) : decimal(first, second);
      case "char", "character" -> characters(bare ? 1 : first, true);
      case "varchar", "character varying" -> bare ? null : characters(first, false);
      case "varbinary" -> bare || first < 1 ? null : new BinaryType(first);
      // Only a UUID is made so.
      case "binary" -> first == 16 ? SimpleType.UUID : null;
      case "time" -> first > 6 ? null : new TimeType(Math.max(first, 0));
      case "datetime" -> first > 6 ? null : new TimestampType(Math.max(first, 0), false);
      case "timestamp" -> first > 6 ? null : new TimestampType(Math.max(first, 0), true);
      case "float" -> bare || (single && first <= 24) ? SimpleType.REAL : doubles(single);
      case "tinyint" -> first == 1 ? SimpleType.BOOLEAN : null;
      case "smallint", "int", "integer", "bigint" -> single ? SIMPLE.get(name) : null;
      default -> bare ? SIMPLE.get(name) : null;
    };
  }

  /** {@code FLOAT(53)} is a DOUBLE; with digits after the point it is a type of its own. */
  private static @Nullable DataType doubles(boolean single) {
    return single ? SimpleType.DOUBLE_PRECISION : null;
  }

  private static @Nullable DataType decimal(int precision, int scale) {
    return precision < 1 || scale > precision ? null : new DecimalType(precision, scale);
  }

  private static @Nullable DataType characters(int length, boolean fixed) {
    return length < 1 ? null : new CharacterType(length, fixed);
  }

  /** The widths of whole numbers say nothing, but for {@code zerofill}. */
  private static String withoutWidth(String sql) {
    if (sql.equals("bit")) {
      return "bit(1)";
    }
    return sql.contains("zerofill")
        ? sql
        : sql.replaceFirst("^((?:tiny|small|medium|big)?int|year)\\(\\d+\\)", "$1");
  }

  /** Lower case, one space between words, none around commas and parentheses. */
  private static String normal(String text) {
    StringBuilder sql = new StringBuilder();
    Matcher parts = PART.matcher(text.strip());
    while (parts.find()) {
      String part = parts.group();
      sql.append(
          part.startsWith("'") ? part : part.isBlank() ? " " : part.toLowerCase(Locale.ROOT));
    }
    return text.indexOf('\'') >= 0
        ? sql.toString()
        : sql.toString()
            .replaceAll(" ?, ?", ",")
            .replaceAll(" ?\\( ?", "(")
            .replaceAll(" ?\\)", ")")
            .replaceAll("\\)(?=[a-z])", ") ");
  }
}

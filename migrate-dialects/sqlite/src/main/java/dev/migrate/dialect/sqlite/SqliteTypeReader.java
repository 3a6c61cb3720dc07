package dev.migrate.dialect.sqlite;

import dev.migrate.schema.BinaryType;
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
 * Reads declared types. SQLite keeps any text as a type and makes nothing of it but an affinity, so
 * what {@link SqliteTypes} writes can be read back; what others wrote stays a {@link NativeType},
 * word for word.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes in SQLite</a>
 */
final class SqliteTypeReader {

  private static final Pattern TYPE =
      Pattern.compile("([A-Z][A-Z0-9_ ]*?) ?(?:\\( ?(\\d{1,9}) ?(?:, ?(\\d{1,9}) ?)?\\))?");

  /** As {@link SqliteTypes} writes them. */
  private static final Map<String, DataType> WRITTEN =
      Map.ofEntries(
          Map.entry("BOOLEAN", SimpleType.BOOLEAN),
          Map.entry("SMALLINT", SimpleType.SMALLINT),
          Map.entry("INTEGER", SimpleType.INTEGER),
          Map.entry("BIGINT", SimpleType.BIGINT),
          Map.entry("REAL", SimpleType.REAL),
          Map.entry("DOUBLE PRECISION", SimpleType.DOUBLE_PRECISION),
          Map.entry("TEXT", SimpleType.TEXT),
          Map.entry("BLOB", SimpleType.BLOB),
          Map.entry("DATE", SimpleType.DATE),
          Map.entry("UUID", SimpleType.UUID),
          Map.entry("JSON TEXT", SimpleType.JSON));

  /** What else means the same to people, if not always to SQLite. */
  private static final Map<String, DataType> SYNONYMS =
      Map.ofEntries(
          Map.entry("BOOL", SimpleType.BOOLEAN),
          Map.entry("INT2", SimpleType.SMALLINT),
          Map.entry("INT", SimpleType.INTEGER),
          Map.entry("INT4", SimpleType.INTEGER),
          Map.entry("INT8", SimpleType.BIGINT),
          Map.entry("FLOAT", SimpleType.DOUBLE_PRECISION),
          Map.entry("DOUBLE", SimpleType.DOUBLE_PRECISION),
          Map.entry("CLOB", SimpleType.TEXT),
          Map.entry("JSON", SimpleType.JSON),
          Map.entry("TIME", new TimeType(0)),
          Map.entry("DATETIME", new TimestampType(6, false)),
          Map.entry("TIMESTAMP", new TimestampType(6, false)),
          Map.entry("TIMESTAMPTZ", new TimestampType(6, true)));

  private SqliteTypeReader() {}

  /** The type that is written like this but for the case, or the text itself as a native type. */
  static DataType read(String declared) {
    if (declared.isBlank()) {
      return SimpleType.BLOB; // the same affinity: none
    }
    DataType known = known(declared, false);
    return known == null ? new NativeType(declared) : known;
  }

  /** The type that the text means. */
  static DataType meant(String declared) {
    DataType known = known(declared.strip().replaceAll("\\s+", " "), true);
    return known == null ? new NativeType(normal(declared)) : known;
  }

  private static String normal(String declared) {
    return declared
        .strip()
        .toUpperCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll(" ?, ?", ", ")
        .replaceAll(" ?\\( ?", "(")
        .replaceAll(" ?\\)", ")");
  }

  private static @Nullable DataType known(String declared, boolean synonyms) {
    Matcher type = TYPE.matcher(declared.toUpperCase(Locale.ROOT));
    if (!type.matches()) {
      return null;
    }
    String name = type.group(1);
    if (type.group(2) == null) {
      DataType written = WRITTEN.get(name);
      return written == null && synonyms ? SYNONYMS.get(name) : written;
    }
    int first = Integer.parseInt(type.group(2));
    int second = type.group(3) == null ? 0 : Integer.parseInt(type.group(3));
    boolean one = type.group(3) == null;
    return switch (name) {
      case "DECIMAL" -> decimal(first, second, synonyms || !one);
      case "NUMERIC" -> decimal(first, second, synonyms);
      case "VARCHAR" -> one && first > 0 ? new CharacterType(first, false) : null;
      case "CHARACTER" -> one && first > 0 ? new CharacterType(first, true) : null;
      case "CHARACTER VARYING" ->
          synonyms && one && first > 0 ? new CharacterType(first, false) : null;
      case "CHAR" -> synonyms && one && first > 0 ? new CharacterType(first, true) : null;
      case "BLOB" -> one && first > 0 ? new BinaryType(first) : null;
      case "BINARY", "VARBINARY" -> synonyms && one && first > 0 ? new BinaryType(first) : null;
      case "TIME" -> one && first <= 9 ? new TimeType(first) : null;
      case "TIMESTAMP" -> one && first <= 9 ? new TimestampType(first, false) : null;
      case "TIMESTAMPTZ" -> one && first <= 9 ? new TimestampType(first, true) : null;
      default -> null;
    };
  }

  private static @Nullable DataType decimal(int precision, int scale, boolean wanted) {
    return wanted && precision > 0 && scale <= precision ? new DecimalType(precision, scale) : null;
  }
}

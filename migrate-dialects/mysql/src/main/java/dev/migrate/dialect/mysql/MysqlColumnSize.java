package dev.migrate.dialect.mysql;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many bytes a column takes at most, in a row and in a key.
 *
 * @param column the column
 * @param type its type on this server
 * @param bytesPerCharacter of its longest character
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/storage-requirements.html">Storage
 *     requirements</a>
 */
record MysqlColumnSize(Column column, DataType type, int bytesPerCharacter) {

  /** A text or blob is kept elsewhere; the row has its length and where it is. */
  private static final int POINTER = 8;

  private static final int LONG_LENGTH = 4;
  private static final int BYTES_OF_UUID = 16;

  private static final Pattern NATIVE =
      Pattern.compile("([a-z]+)\\s*(?:\\(\\s*(\\d{1,9})[^)]*\\))?.*", Pattern.DOTALL);

  /** Native types whose size is always the same. */
  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("tinyint", 1),
          Map.entry("smallint", 2),
          Map.entry("mediumint", 3),
          Map.entry("int", 4),
          Map.entry("integer", 4),
          Map.entry("bigint", 8),
          Map.entry("year", 1),
          Map.entry("float", 4),
          Map.entry("double", 8),
          Map.entry("tinytext", POINTER + 1),
          Map.entry("tinyblob", POINTER + 1),
          Map.entry("text", POINTER + 2),
          Map.entry("blob", POINTER + 2),
          Map.entry("mediumtext", POINTER + 3),
          Map.entry("mediumblob", POINTER + 3),
          Map.entry("longtext", POINTER + LONG_LENGTH),
          Map.entry("longblob", POINTER + LONG_LENGTH));

  /** In a row. */
  int inRow() {
    boolean varying =
        (type instanceof CharacterType text && !text.fixed()) || type instanceof BinaryType;
    int bytes = bytes();
    return bytes + (varying ? (bytes < 256 ? 1 : 2) : 0);
  }

  /** In a key over the column, or over so many characters or bytes of its beginning. */
  int inKey(int prefix) {
    if (prefix == 0) {
      return bytes();
    }
    return isText() ? prefix * bytesPerCharacter : prefix;
  }

  private boolean isText() {
    return type instanceof CharacterType
        || type == SimpleType.TEXT
        || (type instanceof NativeType other && other.sql().contains("text"));
  }

  private int bytes() {
    if (type instanceof CharacterType text) {
      return text.length() * bytesPerCharacter;
    } else if (type instanceof BinaryType binary) {
      return binary.length();
    } else if (type instanceof DecimalType decimal) {
      return digits(decimal.precision() - decimal.scale()) + digits(decimal.scale());
    } else if (type instanceof TimestampType timestamp) {
      return (timestamp.withTimeZone() ? 4 : 5) + (timestamp.digits() + 1) / 2;
    } else if (type instanceof TimeType time) {
      return 3 + (time.digits() + 1) / 2;
    } else if (type instanceof EnumLabels || type instanceof EnumReference) {
      return 1; // two if there are more than 255 labels
    } else if (type instanceof NativeType other) {
      return bytes(other.sql().strip().toLowerCase(Locale.ROOT));
    }
    return type instanceof SimpleType simple ? bytes(simple) : 0;
  }

  private static int bytes(SimpleType type) {
    return switch (type) {
      case BOOLEAN -> 1;
      case SMALLINT -> 2;
      case INTEGER, REAL -> 4;
      case BIGINT, DOUBLE_PRECISION -> 8;
      case DATE -> 3;
      case UUID -> BYTES_OF_UUID;
      case TEXT, BLOB, JSON -> POINTER + LONG_LENGTH;
    };
  }

  /** Of a native type; 0 where it is not known. */
  private int bytes(String sql) {
    Matcher parts = NATIVE.matcher(sql);
    if (!parts.matches()) {
      return 0;
    }
    Integer fixed = FIXED.get(parts.group(1));
    if (fixed != null) {
      return fixed;
    }
    int length = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    return switch (parts.group(1)) {
      case "varchar", "char" -> length * bytesPerCharacter;
      case "varbinary", "binary" -> length;
      default -> 0;
    };
  }

  /** Nine digits take four bytes, and the rest as few as possible. */
  private static int digits(int count) {
    int rest = count % 9;
    return count / 9 * 4 + (rest + 1) / 2;
  }
}

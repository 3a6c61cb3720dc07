package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.AnsiTypes;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How MySQL and MariaDB write types.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/data-types.html">Types in MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/data-types/">Types in MariaDB</a>
 */
final class MysqlTypes extends AnsiTypes {

  private static final int MOST_DIGITS = 65;

  private static final int LONGEST_CHAR = 255;
  private static final int LONGEST_LABEL = 255;
  private static final int MICROSECONDS = 6;

  private final MysqlDefinitions mysql;

  MysqlTypes(MysqlDefinitions definitions, Schema schema) {
    super(definitions, schema);
    this.mysql = definitions;
  }

  /**
   * {@code FLOAT} and {@code DOUBLE} whatever {@code sql_mode} makes of {@code REAL}; the largest
   * of the four texts and blobs, because the others end at 64 KB or 16 MB.
   */
  @Override
  public String visit(SimpleType type) {
    return switch (type) {
      case REAL -> "FLOAT";
      case DOUBLE_PRECISION -> "DOUBLE";
      case TEXT -> "LONGTEXT";
      case BLOB -> "LONGBLOB";
      case UUID -> mysql.hasUuid() ? "UUID" : "BINARY(16)";
      default -> super.visit(type);
    };
  }

  @Override
  public String visit(DecimalType type) {
    int scale = mysql.server().isMariadb() ? 38 : 30;
    if (type.precision() > MOST_DIGITS || type.scale() > scale) {
      throw mysql.unsupported(
          "the type " + type, "use at most decimal(" + MOST_DIGITS + ", " + scale + ")");
    }
    return super.visit(type);
  }

  @Override
  public String visit(CharacterType type) {
    if (type.fixed() && type.length() > LONGEST_CHAR) {
      throw mysql.unsupported(
          "the type " + type,
          "make it varchar(" + type.length() + "), or text() if that is longer");
    }
    return (type.fixed() ? "CHAR(" : "VARCHAR(") + type.length() + ")";
  }

  @Override
  public String visit(TimeType type) {
    requireMicroseconds(type.toString(), type.digits());
    return "TIME" + digits(type.digits());
  }

  /**
   * A local time is a {@code DATETIME}; an instant is a {@code TIMESTAMP}, which is kept in UTC,
   * and ends in 2038 (in MariaDB from 11.5 in 2106).
   */
  @Override
  public String visit(TimestampType type) {
    requireMicroseconds(type.toString(), type.digits());
    return (type.withTimeZone() ? "TIMESTAMP" : "DATETIME") + digits(type.digits());
  }

  /** What changes with each update has as many digits of a second as the column. */
  @Override
  public String visit(NativeType type) {
    boolean changes = MysqlTypeReader.isPointInTime(type);
    return changes && MysqlTypeReader.read(type.sql()) instanceof NativeType normal
        ? normal.sql()
        : super.visit(type);
  }

  static String digits(int digits) {
    return digits == 0 ? "" : "(" + digits + ")";
  }

  private void requireMicroseconds(String type, int digits) {
    if (digits > MICROSECONDS) {
      throw mysql.unsupported(
          "the type " + type, "keep " + MICROSECONDS + " digits, which are microseconds");
    }
  }

  /** There are no enum types of their own; each column repeats the labels. */
  @Override
  public String visit(EnumReference type) {
    return visit(new EnumLabels(schema.enumType(type.type()).labels()));
  }

  @Override
  public String visit(EnumLabels type) {
    requireDistinct(type.labels());
    return "ENUM("
        + String.join(", ", type.labels().stream().map(mysql.mysqlLiterals()::quoted).toList())
        + ")";
  }

  /** Labels are compared by the column's collation, and lose the spaces at their end. */
  private void requireDistinct(List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (label.codePointCount(0, label.length()) > LONGEST_LABEL
          || label.endsWith(" ")
          || !seen.add(label.toLowerCase(Locale.ROOT))) {
        throw mysql.unsupported(
            "the label \"" + label + "\" among " + labels,
            "give each label a text that differs not only in case, does not end with a space, and"
                + " has at most "
                + LONGEST_LABEL
                + " characters");
      }
    }
  }

  @Override
  public String visit(ArrayType type) {
    throw mysql.unsupported(
        "the type " + type, "make the column json(), or give the list a table of its own");
  }
}

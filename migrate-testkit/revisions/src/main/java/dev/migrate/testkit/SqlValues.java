package dev.migrate.testkit;

import dev.migrate.error.DefinitionException;
import dev.migrate.schema.Literal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what drivers return as literals. */
final class SqlValues {

  private SqlValues() {}

  /** The value of a column in the current row; a value that is not a literal becomes its text. */
  static Literal read(ResultSet row, int column) throws SQLException {
    Object value = value(row, column);
    try {
      return Literal.of(value);
    } catch (DefinitionException unknown) {
      return Literal.of(String.valueOf(value));
    }
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    } else if (value instanceof Date date) {
      return date.toLocalDate();
    } else if (value instanceof Time time) {
      return time.toLocalTime();
    } else if (value instanceof ZonedDateTime instant) {
      return instant.toOffsetDateTime();
    } else if (value instanceof Clob) {
      return row.getString(column);
    } else if (value instanceof Blob) {
      return row.getBytes(column);
    } else if (value instanceof byte[] && isJson(row, column)) {
      return row.getString(column);
    } else if (value instanceof Array array) {
      return array.getArray() instanceof Object[] elements
          ? Arrays.deepToString(elements)
          : row.getString(column);
    }
    return value;
  }

  /** H2 returns JSON as bytes. */
  private static boolean isJson(ResultSet row, int column) throws SQLException {
    String type = row.getMetaData().getColumnTypeName(column);
    return type.toUpperCase(Locale.ROOT).startsWith("JSON");
  }
}

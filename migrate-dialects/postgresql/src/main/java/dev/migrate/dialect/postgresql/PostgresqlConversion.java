package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.util.Optional;

/**
 * How values get another type. PostgreSQL converts by itself what it would also convert when a row
 * is inserted; all else has to be stated with {@code USING}. What has one obvious meaning is stated
 * for the user, such as the number that a text is; what has none is refused.
 *
 * <p>A cast is written only where it is needed, because {@code 'abc'::varchar(2)} cuts the text,
 * and without a cast it is an error.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createcast.html">CREATE CAST in the
 *     manual</a>
 */
final class PostgresqlConversion {

  private final PostgresqlDefinitions definitions;
  private final String table;
  private final Column before;
  private final DataType to;
  private final String sql;

  /**
   * A conversion.
   *
   * @param table the table's name, for messages
   * @param sql the new type in a statement
   */
  PostgresqlConversion(
      PostgresqlDefinitions definitions, String table, Column before, DataType to, String sql) {
    this.definitions = definitions;
    this.table = table;
    this.before = before;
    this.to = to.on(definitions.dialects());
    this.sql = sql;
  }

  /** What computes the new value; empty if PostgreSQL knows. */
  Optional<String> using() {
    DataType from = before.type().on(definitions.dialects());
    String column = definitions.names().name(before.name());
    if (isText(to) && from instanceof TimestampType time && time.withTimeZone()) {
      return Optional.of("(" + column + " AT TIME ZONE 'UTC')::text || '+00'");
    } else if (isAutomatic(from, to)) {
      return Optional.empty();
    } else if (isText(from) && !isBytes(to)) {
      return Optional.of(column + "::" + sql);
    } else if (from instanceof EnumReference && to instanceof EnumReference) {
      return Optional.of(column + "::text::" + sql);
    } else if (isNumber(from) && to == SimpleType.BOOLEAN) {
      return Optional.of(column + " <> 0");
    } else if (from == SimpleType.BOOLEAN && isNumber(to)) {
      return Optional.of(column + "::integer");
    }
    throw definitions.unsupported(
        "the type " + to + " instead of " + from + " for the column " + table + "." + before.name(),
        "state how values are converted: type(…).using(\"…\")");
  }

  private static boolean isAutomatic(DataType from, DataType to) {
    if (from.equals(to) || (from instanceof NativeType) || (to instanceof NativeType)) {
      return !isText(from) || !(to instanceof NativeType);
    } else if (from instanceof ArrayType array && to instanceof ArrayType other) {
      return isAutomatic(array.element(), other.element());
    }
    return (isText(to) && !isBytes(from))
        || (isNumber(from) && isNumber(to))
        || (isBytes(from) && isBytes(to))
        || (isDay(from) && isDay(to))
        || (from instanceof TimestampType && to instanceof TimeType)
        || (from instanceof TimeType && to instanceof TimeType);
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType || type == SimpleType.TEXT;
  }

  private static boolean isBytes(DataType type) {
    return type instanceof BinaryType || type == SimpleType.BLOB;
  }

  private static boolean isDay(DataType type) {
    return type instanceof TimestampType || type == SimpleType.DATE;
  }

  private static boolean isNumber(DataType type) {
    return type instanceof DecimalType
        || type == SimpleType.REAL
        || type == SimpleType.DOUBLE_PRECISION
        || (type instanceof SimpleType simple && simple.isWholeNumber());
  }
}

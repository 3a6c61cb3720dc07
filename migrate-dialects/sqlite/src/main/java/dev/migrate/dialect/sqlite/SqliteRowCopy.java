package dev.migrate.dialect.sqlite;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.TypeChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the values of a table that is rebuilt come from. Immutable.
 *
 * <p>A column gets the old values as they are, and SQLite makes of them what it can: text that is a
 * number becomes one in a column of numbers; text that is none would stay, and is looked for. Text
 * and bytes, dates and timestamps are converted, for they would stay what they were.
 */
final class SqliteRowCopy {

  /** A floating point number keeps so many digits of a decimal one. */
  private static final int SURE_DIGITS = 15;

  private final SqliteDefinitions definitions;
  private final Map<String, String> sources;

  /** Columns of texts that become numbers, with the type that they get. */
  private final Map<String, DataType> numbers;

  private SqliteRowCopy(
      SqliteDefinitions definitions, Map<String, String> sources, Map<String, DataType> numbers) {
    this.definitions = definitions;
    this.sources = sources;
    this.numbers = numbers;
  }

  /** Every column that is not computed, as it is. */
  SqliteRowCopy(SqliteDefinitions definitions, Table table) {
    this(definitions, new LinkedHashMap<>(), Map.of());
    for (Column column : table.columns()) {
      if (column.generated().isEmpty()) {
        sources.put(column.name(), definitions.names().name(column.name()));
      }
    }
  }

  /** The expression over the old table for each column of the new one that it fills. */
  Map<String, String> sources() {
    return Collections.unmodifiableMap(sources);
  }

  private SqliteRowCopy with(String column, String source) {
    Map<String, String> copy = new LinkedHashMap<>(sources);
    copy.put(column, source);
    return new SqliteRowCopy(definitions, copy, numbers);
  }

  private SqliteRowCopy withNumbers(String column, DataType type) {
    Map<String, DataType> all = new LinkedHashMap<>(numbers);
    all.put(column, type);
    return new SqliteRowCopy(definitions, sources, all);
  }

  /**
   * Queries for values that did not become what their column is of now: SQLite keeps a text that is
   * not a number, and rounds a decimal number with many digits.
   *
   * @param to the new table, which has the rows
   */
  List<String> checks(String from, String to) {
    List<String> checks = new ArrayList<>();
    numbers.forEach(
        (column, type) -> {
          String name = definitions.names().name(column);
          String what = "SELECT 'the value ' || quote(" + name + ") || ' of column ";
          String quoted = column.replace("'", "''");
          checks.add(
              what
                  + quoted
                  + " is not a number' AS problem FROM "
                  + to
                  + " WHERE typeof("
                  + name
                  + ") = 'text' LIMIT 5");
          if (type instanceof DecimalType) {
            checks.add(
                what
                    + quoted
                    + " has more than "
                    + SURE_DIGITS
                    + " digits' AS problem FROM "
                    + from
                    + " WHERE typeof(CAST("
                    + name
                    + " AS NUMERIC)) = 'real' AND length(trim(replace(replace("
                    + name
                    + ", '-', ''), '.', ''), '0')) > "
                    + SURE_DIGITS
                    + " LIMIT 5");
          }
        });
    return checks;
  }

  /** The same with a new column: the rows that are there get its default as it is now. */
  SqliteRowCopy added(Column column) {
    if (column.generated().isPresent() || column.identityMode().isPresent()) {
      return this;
    }
    String value =
        column
            .defaultValue()
            .map(known -> definitions.defaultValue(known, column.type()))
            .orElse("NULL");
    return with(column.name(), value);
  }

  /** The same with a label of a column renamed. */
  SqliteRowCopy relabelled(String column, String when) {
    String name = definitions.names().name(column);
    return with(column, "CASE " + name + when + " ELSE " + name + " END");
  }

  /** The same with a column changed. */
  SqliteRowCopy altered(AlterColumn operation, Schema before, Schema after) {
    String column = operation.column();
    Optional<TypeChange> change =
        operation.changes().stream()
            .filter(TypeChange.class::isInstance)
            .map(TypeChange.class::cast)
            .findFirst();
    if (change.isEmpty() || !sources.containsKey(column)) {
      return this;
    }
    if (change.get().using().isPresent()) {
      return with(column, definitions.expression(change.get().using().get()));
    }
    DataType from = type(before.table(operation.table()).column(column));
    DataType to = type(after.table(operation.table()).column(column));
    String source = definitions.names().name(column);
    if (isBytes(to) && isText(from)) {
      return with(column, "CAST(" + source + " AS BLOB)");
    } else if (isText(to) && isBytes(from)) {
      return with(column, "CAST(" + source + " AS TEXT)");
    } else if (from instanceof TimestampType && to == SimpleType.DATE) {
      return with(column, "coalesce(date(" + source + "), " + source + ")");
    } else if (from == SimpleType.DATE && to instanceof TimestampType) {
      return with(column, "coalesce(datetime(" + source + "), " + source + ")");
    } else if (from instanceof TimestampType moment
        && !moment.withTimeZone()
        && to instanceof TimeType) {
      return with(column, "coalesce(substr(" + source + ", 12), " + source + ")");
    }
    return isText(from) && isNumber(to) ? withNumbers(column, to) : this;
  }

  private DataType type(Column column) {
    return column.type().on(definitions.dialects());
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType || type == SimpleType.TEXT;
  }

  private static boolean isNumber(DataType type) {
    return type instanceof DecimalType
        || type == SimpleType.BOOLEAN
        || type == SimpleType.REAL
        || type == SimpleType.DOUBLE_PRECISION
        || (type instanceof SimpleType simple && simple.isWholeNumber());
  }

  private static boolean isBytes(DataType type) {
    return type instanceof BinaryType || type == SimpleType.BLOB;
  }
}

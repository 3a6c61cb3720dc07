package dev.migrate.dialect.sqlite;

import dev.migrate.operation.Assignment;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Decimal numbers, for which SQLite has no storage of their own: what is not a whole number of 64
 * bits is a floating point number, of which 15 digits are sure.
 *
 * @param definitions the words inside of statements
 * @see <a href="https://www.sqlite.org/datatype3.html#type_affinity">Type affinity</a>
 * @see <a href="https://www.sqlite.org/floatingpoint.html">Floating point numbers</a>
 */
record SqliteDecimals(SqliteDefinitions definitions) {

  private static final int SURE_DIGITS = 15;
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** What makes another affinity than that of numbers. */
  private static final List<String> OTHERS =
      List.of("INT", "CHAR", "CLOB", "TEXT", "BLOB", "REAL", "FLOA", "DOUB");

  /** Refuses a default that the database would not keep. */
  void require(Table table, Column column) {
    DefaultValue value =
        column.defaultValue().map(known -> known.on(definitions.dialects())).orElse(null);
    if (value instanceof Literal literal) {
      require("the default " + literal, table, column, literal);
    }
  }

  /** Refuses rows that the database would not keep. */
  void require(InsertRows operation, Table table) {
    require(operation.columns(), operation.rows(), table);
  }

  /** Refuses rows that the database would not find. */
  void require(DeleteRows operation, Table table) {
    require(operation.columns(), operation.rows(), table);
  }

  private void require(List<String> columns, List<Row> rows, Table table) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = table.column(columns.get(i));
      if (isDecimal(column)) {
        for (Row row : rows) {
          require("the value " + row.values().get(i), table, column, row.values().get(i));
        }
      }
    }
  }

  /** Refuses values that the database would not keep, or not find. */
  void require(UpdateRows operation, Table table) {
    Stream.concat(
            operation.change().assignments().stream(), operation.change().conditions().stream())
        .forEach(assignment -> require(assignment, table));
  }

  private void require(Assignment assignment, Table table) {
    DefaultValue value = assignment.value();
    require("the value " + value, table, table.column(assignment.column()), value);
  }

  private void require(String what, Table table, Column column, DefaultValue value) {
    if (value instanceof Literal literal
        && literal.kind() == Literal.Kind.NUMBER
        && isDecimal(column)
        && !survives(new BigDecimal(literal.text()))) {
      throw definitions.unsupported(
          what
              + " of the column "
              + table.name()
              + "."
              + column.name()
              + ", which is kept with "
              + SURE_DIGITS
              + " digits,",
          "make the column bigint() and count the smallest unit, or varchar(…)");
    }
  }

  private boolean isDecimal(Column column) {
    DataType type = column.type().on(definitions.dialects());
    return type instanceof DecimalType
        || (type instanceof NativeType other && isNumeric(other.sql().toUpperCase(Locale.ROOT)));
  }

  private static boolean isNumeric(String type) {
    return OTHERS.stream().noneMatch(type::contains) && !type.equals("ANY");
  }

  private static boolean survives(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    boolean whole = plain.scale() <= 0;
    return plain.precision() <= SURE_DIGITS
        || (whole && plain.compareTo(LEAST) >= 0 && plain.compareTo(GREATEST) <= 0);
  }
}

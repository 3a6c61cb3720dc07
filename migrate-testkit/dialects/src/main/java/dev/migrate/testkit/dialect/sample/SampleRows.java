package dev.migrate.testkit.dialect.sample;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Puts rows into whatever tables there are, so that operations meet data, and reads them again. The
 * n-th row has the n-th value of each column's type; so keys are unique, and referred to.
 */
public record SampleRows(Dialect dialect, Connection connection) {

  private static final int ROWS = 3;

  /** Above the numbers in the samples themselves. */
  private static final int FIRST_NUMBER = 100;

  /**
   * Fills the tables as far as their constraints let them be filled.
   *
   * @return the number of rows inserted
   */
  public int insert(Schema schema) throws SQLException {
    int inserted = 0;
    List<Table> waiting = new ArrayList<>(schema.tables());
    boolean progress = true;
    while (progress) { // a table waits for those that it refers to
      int before = waiting.size();
      for (Table table : List.copyOf(waiting)) {
        int rows = insert(schema, table);
        inserted += rows;
        if (rows > 0) {
          waiting.remove(table);
        }
      }
      progress = waiting.size() < before;
    }
    return inserted;
  }

  private int insert(Schema schema, Table table) throws SQLException {
    List<Column> columns =
        table.columns().stream()
            .filter(c -> c.generated().isEmpty())
            .filter(c -> value(schema, c.type(), 1).isPresent())
            .toList();
    int inserted = 0;
    for (int n = 1; n <= ROWS && !columns.isEmpty(); n++) {
      List<Literal> values = new ArrayList<>();
      for (Column column : columns) {
        values.add(value(schema, column.type(), n).orElseThrow());
      }
      List<String> names = columns.stream().map(Column::name).toList();
      InsertRows insert =
          new InsertRows(table.name(), names, List.of(new Row(List.copyOf(values))));
      inserted += execute(insert, schema) ? 1 : 0;
    }
    return inserted;
  }

  private boolean execute(InsertRows insert, Schema schema) throws SQLException {
    for (Statement statement : dialect.renderer().render(insert, new RenderContext(schema))) {
      try (java.sql.Statement jdbc = connection.createStatement()) {
        jdbc.execute(statement.sql());
      } catch (SQLException violated) {
        return false; // a check that these values do not fulfil, or a table that has no rows yet
      }
    }
    return true;
  }

  private Optional<Literal> value(Schema schema, DataType declared, int n) {
    DataType type = declared.on(dialect.names());
    Object value = null;
    if (type instanceof SimpleType simple) {
      value =
          switch (simple) {
            case BOOLEAN -> n % 2 == 0;
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE_PRECISION -> FIRST_NUMBER + n;
            case TEXT -> "" + n;
            case BLOB -> new byte[] {(byte) n};
            case DATE -> LocalDate.of(2020, 1, n);
            case UUID -> new UUID(0, n);
            case JSON -> "{\"n\":" + n + "}";
          };
    } else if (type instanceof DecimalType decimal) {
      value = decimal.precision() - decimal.scale() > 2 ? FIRST_NUMBER + n : n;
    } else if (type instanceof CharacterType) {
      value = "" + n;
    } else if (type instanceof BinaryType) {
      value = new byte[] {(byte) n};
    } else if (type instanceof TimeType) {
      value = LocalTime.of(n, 0);
    } else if (type instanceof TimestampType timestamp) {
      LocalDateTime local = LocalDateTime.of(2020, 1, n, 12, 30);
      value = timestamp.withTimeZone() ? local.toInstant(ZoneOffset.UTC) : local;
    } else if (type instanceof EnumReference reference) {
      value = schema.enumType(reference.type()).labels().get(0);
    } else if (type instanceof EnumLabels labels) {
      value = labels.labels().get(0);
    } else if (type instanceof ArrayType) {
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(Literal::of);
  }

  /** All rows, by table; the order of columns and of rows does not count. */
  public Map<String, List<String>> read(Schema schema) throws SQLException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : schema.tables()) {
      rows.put(table.name().toString(), read(table));
    }
    return rows;
  }

  private List<String> read(Table table) throws SQLException {
    List<String> rows = new ArrayList<>();
    String sql = "SELECT * FROM " + dialect.renderer().name(table.name());
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= columns; i++) {
          row.put(result.getMetaData().getColumnName(i), String.valueOf(result.getString(i)));
        }
        rows.add(row.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }
}

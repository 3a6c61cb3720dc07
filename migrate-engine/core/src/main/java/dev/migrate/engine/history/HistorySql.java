package dev.migrate.engine.history;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Renderer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The SQL with parameters by which a dialect reads and writes the history. Not thread-safe. */
final class HistorySql {

  private final Dialect dialect;
  private final HistoryTable table;
  private final String name;
  private final Renderer renderer;
  private final Map<HistoryColumn, String> names = new EnumMap<>(HistoryColumn.class);
  private final Map<List<HistoryColumn>, String> updates = new HashMap<>();

  HistorySql(Dialect dialect, HistoryTable table) {
    this.dialect = dialect;
    this.table = table;
    this.renderer = dialect.renderer();
    this.name = renderer.name(table.name());
  }

  /** Reads columns of all rows, in the order of application. */
  String selectAll(List<HistoryColumn> columns) {
    return "SELECT "
        + list(columns)
        + " FROM "
        + dialect.fromCurrentSchema(table.name())
        + " ORDER BY "
        + column(HistoryColumn.POSITION);
  }

  /** Reads a column of the row whose id is the parameter. */
  String select(HistoryColumn column) {
    return "SELECT " + column(column) + " FROM " + name + byId();
  }

  /** Adds a row; the parameters are the values of all columns. */
  String insert() {
    return updates.computeIfAbsent(
        HistoryColumn.ALL,
        columns ->
            "INSERT INTO "
                + name
                + " ("
                + list(columns)
                + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", "))
                + ")");
  }

  /** Changes columns, whose values are the first parameters; a condition has to follow. */
  String update(List<HistoryColumn> columns) {
    return updates.computeIfAbsent(
        columns,
        all ->
            all.stream()
                .map(column -> column(column) + " = ?")
                .collect(Collectors.joining(", ", "UPDATE " + name + " SET ", "")));
  }

  /** Removes rows: all of them, unless a condition follows. */
  String delete() {
    return "DELETE FROM " + name;
  }

  String byId() {
    return " WHERE " + is(HistoryColumn.ID);
  }

  /** The condition that a column has the value of a parameter. */
  String is(HistoryColumn column) {
    return column(column) + " = ?";
  }

  String isNull(HistoryColumn column) {
    return column(column) + " IS NULL";
  }

  private String column(HistoryColumn column) {
    String known = names.get(column);
    if (known == null) {
      known = renderer.name(column.columnName());
      names.put(column, known);
    }
    return known;
  }

  private String list(List<HistoryColumn> columns) {
    StringJoiner list = new StringJoiner(", ");
    for (HistoryColumn column : columns) {
      list.add(column(column));
    }
    return list.toString();
  }
}

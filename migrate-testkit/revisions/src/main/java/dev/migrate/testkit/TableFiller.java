package dev.migrate.testkit;

import dev.migrate.dialect.RenderContext;
import dev.migrate.dialect.Statement;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a few rows into every table that has none: those that others refer to come first, and a
 * foreign key gets a key that is there. What a check or a trigger refuses is left out.
 */
final class TableFiller {

  private static final int ROWS = 2;

  private final LiveDatabase database;
  private final Schema schema;

  TableFiller(LiveDatabase database, Schema inspected) {
    this.database = database;
    this.schema = database.dialect().canonical(inspected);
  }

  void fill() {
    try {
      List<Table> waiting = new ArrayList<>();
      for (Table table : schema.tables()) {
        if (rows(table.name(), table.columns().get(0).name()).isEmpty()) {
          waiting.add(table);
        }
      }
      while (!waiting.isEmpty()) {
        Table next =
            waiting.stream()
                .filter(table -> !waits(table, waiting))
                .findFirst()
                .orElse(waiting.get(0));
        waiting.remove(next);
        fill(next);
      }
    } catch (SQLException failure) {
      throw TestFailures.ofDatabase("the tables cannot be read", failure);
    }
  }

  /** The values of a row that is not there yet, for the columns that must have one. */
  Optional<Map<String, Literal>> sample(Table declared, int number) throws SQLException {
    Optional<Table> table = schema.findTable(declared.name());
    return table.isEmpty() ? Optional.empty() : values(table.get(), number, false);
  }

  private static boolean waits(Table table, List<Table> waiting) {
    return waiting.stream()
        .filter(other -> !other.name().equals(table.name()))
        .anyMatch(
            other -> table.foreignKeys().stream().anyMatch(k -> k.target().equals(other.name())));
  }

  private void fill(Table table) throws SQLException {
    for (int number = 1; number <= ROWS; number++) {
      Optional<Map<String, Literal>> all = values(table, number, true);
      if (all.isPresent() && !insert(table, all.get())) {
        Optional<Map<String, Literal>> few = values(table, number, false);
        few.ifPresent(values -> insert(table, values));
      }
    }
  }

  /** The values of a row; empty if a column must have one and none can be made. */
  private Optional<Map<String, Literal>> values(Table table, int number, boolean optional)
      throws SQLException {
    Map<String, Literal> values = new LinkedHashMap<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (!key.target().equals(table.name())) {
        refer(key, number, values);
      }
    }
    SampleValues samples = new SampleValues(schema, number);
    for (Column column : table.columns()) {
      boolean referring = isReferring(table, column);
      if (values.containsKey(column.name()) || column.generated().isPresent()) {
        continue;
      }
      Optional<Literal> value = referring ? Optional.empty() : column.type().accept(samples);
      if (value.isPresent() && (optional || !column.nullable())) {
        values.put(column.name(), value.get());
      }
    }
    for (ForeignKey key : table.foreignKeys()) {
      if (key.target().equals(table.name())) {
        referToItself(table, key, values);
      }
    }
    boolean complete =
        !values.isEmpty()
            && table.columns().stream()
                .allMatch(column -> !column.isRequired() || values.containsKey(column.name()));
    return complete ? Optional.of(values) : Optional.empty();
  }

  private static boolean isReferring(Table table, Column column) {
    return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
  }

  private void refer(ForeignKey key, int number, Map<String, Literal> values) throws SQLException {
    List<Row> targets = database.rows(key.target(), targetColumns(key));
    if (targets.isEmpty()) {
      return;
    }
    Row target = targets.get((number - 1) % targets.size());
    for (int index = 0; index < key.columns().size(); index++) {
      values.putIfAbsent(key.columns().get(index), target.literals().get(index));
    }
  }

  /**
   * A row that must refer to one of its own table refers to itself; one that need not, does not.
   */
  private void referToItself(Table table, ForeignKey key, Map<String, Literal> values) {
    for (int index = 0; index < key.columns().size(); index++) {
      Literal own = values.get(targetColumns(key).get(index));
      if (own != null && table.column(key.columns().get(index)).isRequired()) {
        values.putIfAbsent(key.columns().get(index), own);
      }
    }
  }

  private List<String> targetColumns(ForeignKey key) {
    return key.targetColumns().isEmpty()
        ? schema.table(key.target()).primaryKey().map(PrimaryKey::columns).orElse(key.columns())
        : key.targetColumns();
  }

  private boolean insert(Table table, Map<String, Literal> values) {
    try {
      InsertRows rows =
          new InsertRows(
              table.name(),
              List.copyOf(values.keySet()),
              List.of(new Row(List.copyOf(values.values()))));
      List<Statement> statements =
          database.dialect().renderer().render(rows, new RenderContext(schema));
      database.execute(statements.get(0).sql()); // counters stay where the revisions left them
      return true;
    } catch (SQLException | MigrateException refused) {
      return false;
    }
  }

  private List<Row> rows(QualifiedName table, String column) throws SQLException {
    return database.rows(table, List.of(column));
  }
}

package dev.migrate.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.PairRows.PairRow;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The law of a difference: the operations between two schemas run on tables with rows, the database
 * is then what the second schema declares, what stayed has its rows, and nothing is left to do. Not
 * thread-safe.
 */
final class DifferenceLaw {

  private final LiveSchema live;
  private final TestEngine engine;
  private final Tally tally;

  DifferenceLaw(TestEngine engine, Dialect dialect, Connection connection, Tally tally) {
    this.engine = engine;
    this.tally = tally;
    this.live = new LiveSchema(dialect, connection);
  }

  /** There, and back. */
  void require(RandomSchemas pair) {
    try {
      create(pair.before());
      List<String> namespaces = new ArrayList<>(pair.before().namespaces());
      namespaces.addAll(pair.after().namespaces());
      if (hasBecome(pair.before(), pair.after(), namespaces, pair.seed())) {
        clear(pair.after());
        hasBecome(pair.after(), pair.before(), namespaces, pair.seed());
      }
    } catch (SQLException | RuntimeException | AssertionError failure) {
      throw new AssertionError(pair + " on " + engine, failure);
    }
  }

  private void create(Schema schema) throws SQLException {
    List<Operation> operations = SchemaOperations.between(Schema.empty(), schema);
    live.run(live.rendered(operations, Schema.empty()));
  }

  /** Deletes all rows. */
  void clear(Schema schema) throws SQLException {
    live.execute(engine.foreignKeys(false));
    for (Table table : schema.tables()) {
      live.delete(table);
    }
    live.execute(engine.foreignKeys(true));
  }

  private boolean hasBecome(Schema from, Schema to, List<String> namespaces, long seed)
      throws SQLException {
    List<Operation> operations = SchemaOperations.between(from, to);
    List<Statement> statements;
    try {
      statements = live.rendered(operations, from);
    } catch (MigrateException refused) {
      tally.refused(String.valueOf(refused.getMessage()));
      return false;
    }
    try {
      fill(from, to, seed);
      Map<QualifiedName, List<String>> before = values(from, to);
      live.run(statements);
      assertThat(live.difference(to, namespaces).toString()).isEqualTo("no difference");
      Map<QualifiedName, List<String>> after = values(from, to);
      assertThat(after).isEqualTo(before);
      after.values().forEach(rows -> tally.kept(rows.size()));
      assertThat(SchemaOperations.between(Operation.applyAll(operations, from), to)).isEmpty();
    } catch (SQLException | RuntimeException | AssertionError failure) {
      throw new AssertionError(
          failure.getMessage() + "\n" + from + "\nto\n" + to + "\nby\n" + lines(operations),
          failure);
    }
    tally.changed();
    return true;
  }

  private static String lines(List<?> operations) {
    return String.join("\n", operations.stream().map(Object::toString).toList());
  }

  /** Inserts rows that both schemas allow. */
  void fill(Schema from, Schema to, long seed) throws SQLException {
    live.execute(engine.foreignKeys(false));
    Map<QualifiedName, List<PairRow>> rows =
        PairRows.between(from, to, live.dialect().names(), seed);
    for (Map.Entry<QualifiedName, List<PairRow>> entry : rows.entrySet()) {
      List<Map<String, Literal>> values = entry.getValue().stream().map(PairRow::before).toList();
      live.insert(from, entry.getKey(), values);
    }
    live.execute(engine.foreignKeys(true));
  }

  /** The rows of tables that stay, in the columns that stay, sorted. */
  Map<QualifiedName, List<String>> values(Schema from, Schema to) throws SQLException {
    Map<QualifiedName, List<String>> values = new TreeMap<>();
    for (Table table : from.tables()) {
      Map<String, Boolean> columns = new LinkedHashMap<>();
      to.findTable(table.name())
          .ifPresent(then -> table.columns().forEach(column -> compared(column, then, columns)));
      if (!columns.isEmpty()) {
        List<String> names = List.copyOf(columns.keySet());
        values.put(
            table.name(),
            live.values(table.name(), names).stream()
                .map(row -> text(row, List.copyOf(columns.values())))
                .sorted()
                .toList());
      }
    }
    return values;
  }

  /** Of a column that stays: whether its values are converted. */
  private static void compared(Column column, Table then, Map<String, Boolean> columns) {
    then.findColumn(column.name())
        .filter(after -> after.generated().equals(column.generated()))
        .ifPresent(after -> columns.put(column.name(), !after.type().equals(column.type())));
  }

  private static String text(List<String> row, List<Boolean> isConverted) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      values.add(isConverted.get(i) ? plain(row.get(i)) : row.get(i));
    }
    return String.join(" | ", values);
  }

  /** A value apart from how its type writes it: 1.00 is 1, and a midnight is its day. */
  private static String plain(String value) {
    if (value.matches("-?[0-9.]+(E[0-9]+)? *")) {
      return new BigDecimal(value.trim()).stripTrailingZeros().toPlainString();
    }
    return value.matches("\\d{4}-\\d\\d-\\d\\d[ T].*") ? value.substring(0, 10) : value;
  }
}

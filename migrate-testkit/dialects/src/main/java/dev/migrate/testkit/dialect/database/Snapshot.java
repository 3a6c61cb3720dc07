package dev.migrate.testkit.dialect.database;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testkit.SchemaAssert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.opentest4j.AssertionFailedError;

/**
 * All that can be seen of a database: its schema, its rows, and what the history says. Immutable.
 *
 * @param schema the schema in canonical form, without the library's own tables
 * @param rows the rows of each table as text, sorted
 * @param history id, state, statement and digest of each row of the history, sorted
 */
public record Snapshot(Schema schema, Map<String, List<String>> rows, List<String> history) {

  private static final String HISTORY = "migrate_history";

  private static final List<String> HISTORY_COLUMNS =
      List.of("id", "state", "statement", "session", "digest");

  /** Looks at a database, in its default schema and these. */
  public static Snapshot of(DataSource dataSource, Set<String> namespaces) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      Dialect dialect = TestDatabase.dialect(connection);
      Schema all = dialect.inspector().inspect(connection, namespaces);
      Schema schema = all;
      Map<String, List<String>> rows = new TreeMap<>();
      List<String> history = List.of();
      for (QualifiedName name : all.names()) {
        if (name.name().equals(HISTORY)) {
          history = rows(connection, dialect, name, HISTORY_COLUMNS);
        }
        if (isHistory(name)) {
          schema = schema.without(name);
        }
      }
      for (Table table : schema.tables()) {
        List<String> columns = table.columns().stream().map(Column::name).sorted().toList();
        rows.put(table.name().toString(), rows(connection, dialect, table.name(), columns));
      }
      return new Snapshot(dialect.canonical(schema), rows, history);
    }
  }

  static boolean isHistory(QualifiedName name) {
    return name.name().startsWith(HISTORY);
  }

  /** Whether there is a history table. */
  public static boolean hasHistory(Connection connection) throws SQLException {
    return TestDatabase.dialect(connection).inspector().relations(connection).stream()
        .anyMatch(name -> name.name().equals(HISTORY));
  }

  private static List<String> rows(
      Connection connection, Dialect dialect, QualifiedName table, List<String> columns)
      throws SQLException {
    String list =
        columns.stream()
            .map(name -> dialect.renderer().name(name))
            .collect(Collectors.joining(","));
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + list + " FROM " + dialect.renderer().name(table))) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (String column : columns) {
          row.add(column + "=" + result.getString(row.size() + 1));
        }
        rows.add(row.toString());
      }
    }
    return rows.stream().sorted().toList();
  }

  private String firstDifference(Snapshot expected) {
    return rows.entrySet().stream()
        .filter(table -> !table.getValue().equals(expected.rows.get(table.getKey())))
        .map(
            table ->
                table.getKey()
                    + " "
                    + table.getValue()
                    + ", not "
                    + expected.rows.get(table.getKey()))
        .findFirst()
        .orElse(history + ", not " + expected.history);
  }

  /** Claims that this is what was expected. */
  public void requireEqual(Snapshot expected) {
    SchemaAssert.assertThat(schema).isEqualTo(expected.schema);
    if (!equals(expected)) {
      throw new AssertionFailedError(
          "rows or history differ: " + firstDifference(expected),
          expected.rows + "\n" + expected.history,
          rows + "\n" + history);
    }
  }
}

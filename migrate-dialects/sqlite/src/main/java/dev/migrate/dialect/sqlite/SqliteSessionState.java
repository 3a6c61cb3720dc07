package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SessionState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a connection to SQLite keeps: pragmas, attached databases and temporary objects. What a
 * pragma writes into the file ({@code journal_mode}, {@code user_version}) is not a state of the
 * connection.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">Pragmas</a>
 */
final class SqliteSessionState implements SessionState {

  private static final String PRAGMA = "pragma ";
  private static final String ATTACHED = "attached database ";
  private static final String TEMPORARY = "temporary ";
  private static final String LIKE = "case_sensitive_like";

  private static final List<String> PRAGMAS =
      List.of(
          "analysis_limit",
          "automatic_index",
          "busy_timeout",
          "cache_size",
          "cache_spill",
          "cell_size_check",
          "checkpoint_fullfsync",
          "foreign_keys",
          "fullfsync",
          "ignore_check_constraints",
          "legacy_alter_table",
          "locking_mode",
          "query_only",
          "read_uncommitted",
          "recursive_triggers",
          "reverse_unordered_selects",
          "secure_delete",
          "synchronous",
          "temp_store",
          "trusted_schema",
          "wal_autocheckpoint",
          "writable_schema");

  private static final String OBJECTS =
      "SELECT '"
          + ATTACHED
          + "' || name, file FROM pragma_database_list WHERE name NOT IN ('main', 'temp', '"
          + SqliteLock.SCHEMA
          + "') UNION ALL SELECT '"
          + TEMPORARY
          + "' || type || ' ' || name, type FROM sqlite_temp_master"
          + " WHERE name <> 'migrate_session' AND sql IS NOT NULL";

  @Override
  public Map<String, String> read(Connection connection, List<String> sql) throws SQLException {
    return read(connection);
  }

  private static Map<String, String> read(Connection connection) throws SQLException {
    Map<String, String> state = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String pragma : PRAGMAS) {
        try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
          if (row.next()) {
            state.put(PRAGMA + pragma, String.valueOf(row.getString(1)));
          }
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT NOT 'a' LIKE 'A'")) {
        state.put(PRAGMA + LIKE, row.getString(1));
      }
      try (ResultSet rows = statement.executeQuery(OBJECTS)) {
        while (rows.next()) {
          state.put(rows.getString(1), String.valueOf(rows.getString(2)));
        }
      }
    }
    return state;
  }

  @Override
  public List<String> restore(Connection connection, Map<String, String> before)
      throws SQLException {
    Map<String, String> now = read(connection);
    if (now.equals(before)) {
      return List.of();
    }
    List<String> failures = new ArrayList<>();
    for (String sql : statements(before, now)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException failure) {
        failures.add(sql + ": " + failure.getMessage());
      }
    }
    List<String> differences = SessionState.differences(before, read(connection));
    failures.addAll(0, differences);
    return differences.isEmpty() ? List.of() : failures;
  }

  /**
   * Temporary objects go before the databases that they may refer to; tables with their indexes.
   */
  private static List<String> statements(Map<String, String> before, Map<String, String> now) {
    List<String> statements = new ArrayList<>();
    List<String> detached = new ArrayList<>();
    now.forEach(
        (name, value) -> {
          if (!before.containsKey(name) && name.startsWith(TEMPORARY)) {
            String object = name.substring(TEMPORARY.length() + value.length() + 1);
            statements.add("DROP " + value + " IF EXISTS temp." + quoted(object));
          } else if (!before.containsKey(name) && name.startsWith(ATTACHED)) {
            detached.add("DETACH " + quoted(name.substring(ATTACHED.length())));
          }
        });
    statements.addAll(detached);
    before.forEach(
        (name, value) -> {
          if (name.startsWith(PRAGMA) && !value.equals(now.get(name))) {
            statements.add("PRAGMA " + name.substring(PRAGMA.length()) + " = " + value);
          } else if (name.startsWith(ATTACHED) && !now.containsKey(name)) {
            statements.add(
                "ATTACH '"
                    + value.replace("'", "''")
                    + "' AS "
                    + quoted(name.substring(ATTACHED.length())));
          }
        });
    return statements;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.dialect.SessionState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a session of H2 keeps: its schema and search path, variables, local temporary tables, and a
 * few settings. Referential integrity is switched for the whole database, and no query shows it;
 * raw SQL that switches it off has it on again after the revision.
 *
 * @see <a href="https://h2database.com/html/systemtables.html#information_schema_session_state">The
 *     state of a session in H2's manual</a>
 */
final class H2SessionState implements SessionState {

  private static final String SETTING = "setting ";
  private static final String TABLE = "TABLE ";
  private static final String PATH = "SCHEMA_SEARCH_PATH";
  private static final String INTEGRITY = "REFERENTIAL_INTEGRITY";

  private static final String QUERY =
      "SELECT STATE_KEY, STATE_COMMAND FROM INFORMATION_SCHEMA.SESSION_STATE"
          + " UNION ALL SELECT 'setting LOCK_TIMEOUT', CAST(LOCK_TIMEOUT() AS VARCHAR)"
          + " UNION ALL SELECT 'setting ' || SETTING_NAME, SETTING_VALUE"
          + " FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME IN ('QUERY_TIMEOUT',"
          + " 'TRUNCATE_LARGE_LENGTH', 'VARIABLE_BINARY', 'NON_KEYWORDS')";

  @Override
  public Map<String, String> read(Connection connection, List<String> sql) throws SQLException {
    Map<String, String> state = read(connection);
    if (sql.stream().anyMatch(text -> text.toUpperCase(Locale.ROOT).contains(INTEGRITY))) {
      state.put(INTEGRITY, "TRUE");
    }
    return state;
  }

  private static Map<String, String> read(Connection connection) throws SQLException {
    Map<String, String> state = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(QUERY)) {
      while (rows.next()) {
        state.put(rows.getString(1), String.valueOf(rows.getString(2)));
      }
    }
    return state;
  }

  @Override
  public List<String> restore(Connection connection, Map<String, String> before)
      throws SQLException {
    Map<String, String> expected = new TreeMap<>(before);
    List<String> statements = new ArrayList<>();
    if (expected.remove(INTEGRITY) != null) {
      statements.add("SET " + INTEGRITY + " TRUE");
    }
    Map<String, String> now = read(connection);
    now.keySet().stream()
        .filter(name -> !expected.containsKey(name))
        .forEach(name -> statements.add(removal(name, expected)));
    expected.forEach(
        (name, value) -> {
          if (!value.equals(now.get(name))) {
            statements.add(name.startsWith(SETTING) ? set(name, value) : value);
          }
        });
    if (statements.isEmpty()) {
      return List.of();
    }
    List<String> failures = new ArrayList<>();
    try (Statement jdbc = connection.createStatement()) {
      for (String sql : statements) {
        try {
          jdbc.execute(sql);
        } catch (SQLException failure) {
          failures.add(sql + ": " + failure.getMessage());
        }
      }
    }
    Map<String, String> after = read(connection);
    if (!expected.containsKey(PATH)) {
      after.remove(PATH); // now the schema alone, which is the same as none
    }
    failures.addAll(SessionState.differences(expected, after));
    return failures;
  }

  private static String set(String name, String value) {
    return "SET " + name.substring(SETTING.length()) + " " + value;
  }

  /** A path cannot be taken away, so it becomes the schema alone. */
  private static String removal(String name, Map<String, String> before) {
    if (name.startsWith(SETTING)) {
      return "SET "
          + name.substring(SETTING.length())
          + (name.endsWith("NON_KEYWORDS") ? "" : " FALSE");
    } else if (name.startsWith(TABLE)) {
      String table = name.substring(TABLE.length());
      return "DROP TABLE \"" + table.replace("\"", "\"\"") + '"';
    } else if (name.equals(PATH)) {
      String schema = before.getOrDefault("SCHEMA", "SET SCHEMA \"PUBLIC\"");
      return schema.replaceFirst("SET SCHEMA", "SET " + PATH);
    }
    return "SET " + name + (name.equals("TIME ZONE") ? " LOCAL" : " NULL");
  }
}

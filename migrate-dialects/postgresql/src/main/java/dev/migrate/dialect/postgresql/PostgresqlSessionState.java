package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SessionState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a session of PostgreSQL keeps: settings, its role, statements prepared by SQL, cursors that
 * outlive their transaction, channels it listens to, advisory locks, and temporary objects.
 *
 * <p>A setting that no extension knows ({@code app.tenant}) is in no catalogue; those are read that
 * the raw SQL names.
 */
final class PostgresqlSessionState implements SessionState {

  private static final String SETTING = "setting ";
  private static final String ROLE = "role";
  private static final String AUTHORIZATION = "session_authorization";

  /**
   * The last part of a name is what restores it. Settings of the transaction at hand are none of
   * the session.
   */
  private static final String QUERY =
      """
      SELECT 'setting ' || name, setting FROM pg_settings WHERE source = 'session'
      UNION SELECT 'setting ' || name, current_setting(name, true) FROM unnest(?::text[]) name
             WHERE current_setting(name, true) <> ''
      UNION ALL SELECT 'role', current_setting('role')
      UNION ALL SELECT 'session_authorization', current_setting('session_authorization')
      UNION ALL SELECT 'prepared statement ' || name, statement FROM pg_prepared_statements
             WHERE from_sql
      UNION ALL SELECT 'cursor ' || name, statement FROM pg_cursors WHERE is_holdable
      UNION ALL SELECT 'channel ' || name, 'listening' FROM pg_listening_channels() name
      UNION ALL SELECT 'advisory lock ' || classid || ', ' || objid || ', ' || objsubid || ' '
                         || mode, 'held'
              FROM pg_locks
             WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted
      UNION ALL SELECT 'temporary ' || CASE relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence'
                         ELSE 'table' END || ' ' || relname, relkind::text
              FROM pg_class
             WHERE pg_my_temp_schema() <> 0 AND relnamespace = pg_my_temp_schema()
               AND relkind IN ('r', 'p', 'v', 'S')
      """;

  private static final Pattern OWN_SETTING =
      Pattern.compile(
          "(?:\\bset\\s+(?:session\\s+|local\\s+)?|\\bset_config\\s*\\(\\s*')"
              + "([a-z_][\\w$]*(?:\\.[a-z_][\\w$]*)+)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public Map<String, String> read(Connection connection, List<String> sql) throws SQLException {
    return read(connection, named(sql));
  }

  private static Set<String> named(List<String> sql) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : sql) {
      Matcher matcher = OWN_SETTING.matcher(text);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static Map<String, String> read(Connection connection, Set<String> settings)
      throws SQLException {
    Map<String, String> state = new TreeMap<>();
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setArray(1, connection.createArrayOf("text", settings.toArray()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          state.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    settings.forEach(name -> state.putIfAbsent(SETTING + name, ""));
    return state;
  }

  /** The role comes first, because the current one may not be allowed to set the rest. */
  @Override
  public List<String> restore(Connection connection, Map<String, String> before)
      throws SQLException {
    Set<String> settings = new LinkedHashSet<>();
    before.keySet().stream()
        .filter(name -> name.startsWith(SETTING) && name.contains("."))
        .forEach(name -> settings.add(name.substring(SETTING.length())));
    Map<String, String> now = read(connection, settings);
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
    List<String> differences = SessionState.differences(before, read(connection, settings));
    return differences.isEmpty() ? List.of() : join(differences, failures);
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static List<String> statements(Map<String, String> before, Map<String, String> now) {
    List<String> statements = new ArrayList<>();
    String user = before.getOrDefault(AUTHORIZATION, "");
    if (!user.equals(now.get(AUTHORIZATION))) {
      statements.add("RESET SESSION AUTHORIZATION");
      statements.add("SET SESSION AUTHORIZATION " + text(user));
    }
    if (!before.getOrDefault(ROLE, "none").equals(now.get(ROLE)) || !statements.isEmpty()) {
      statements.add("SET ROLE " + text(before.getOrDefault(ROLE, "none")));
    }
    now.keySet().stream()
        .filter(name -> !before.containsKey(name))
        .sorted(Comparator.comparing((String name) -> name.contains("sequence ")))
        .forEach(name -> statements.add(removal(name)));
    before.forEach(
        (name, value) -> {
          if (name.startsWith(SETTING) && !value.equals(now.get(name))) {
            statements.add(set(name.substring(SETTING.length()), value));
          } else if (name.startsWith("prepared statement ") && !now.containsKey(name)) {
            statements.add(value);
          } else if (name.startsWith("channel ") && !now.containsKey(name)) {
            statements.add("LISTEN " + quoted(after(name, "channel ")));
          }
        });
    return statements;
  }

  private static String set(String setting, String value) {
    return value.isEmpty() && setting.contains(".")
        ? "RESET " + setting
        : "SELECT set_config(" + text(setting) + ", " + text(value) + ", false)";
  }

  /** What takes away a part of the state that was not there before. */
  private static String removal(String name) {
    if (name.startsWith(SETTING)) {
      return "RESET " + after(name, SETTING);
    } else if (name.startsWith("prepared statement ")) {
      return "DEALLOCATE " + quoted(after(name, "prepared statement "));
    } else if (name.startsWith("cursor ")) {
      return "CLOSE " + quoted(after(name, "cursor "));
    } else if (name.startsWith("channel ")) {
      return "UNLISTEN " + quoted(after(name, "channel "));
    } else if (name.startsWith("advisory lock ")) {
      return unlock(after(name, "advisory lock "));
    }
    String kind = name.split(" ", -1)[1];
    String object = "pg_temp." + quoted(after(name, "temporary " + kind + " "));
    return "DROP " + kind + " IF EXISTS " + object + " CASCADE";
  }

  /** The two halves of one number of 64 bits, or two numbers: 53.12 in the manual. */
  private static String unlock(String lock) {
    String[] parts = lock.split("[, ]+", -1);
    long first = Long.parseLong(parts[0]);
    long second = Long.parseLong(parts[1]);
    String key =
        parts[2].equals("1")
            ? String.valueOf(first << 32 | second)
            : (int) first + ", " + (int) second;
    String function =
        parts[3].equals("ShareLock") ? "pg_advisory_unlock_shared" : "pg_advisory_unlock";
    return "SELECT " + function + "(" + key + ")";
  }

  private static String after(String name, String prefix) {
    return name.substring(prefix.length());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.dialect.SessionState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a session of MySQL or MariaDB keeps: its variables, its database, tables locked by {@code
 * LOCK TABLES}, and user variables that the raw SQL names. Temporary tables and prepared statements
 * are in no catalogue; they stay until the session ends.
 */
final class MysqlSessionState implements SessionState {

  private static final String DATABASE = "database";

  /** What the server itself changes all the time, or what belongs to one statement. */
  private static final Set<String> VOLATILE =
      Set.of(
          "timestamp",
          "last_insert_id",
          "identity",
          "insert_id",
          "rand_seed1",
          "rand_seed2",
          "error_count",
          "warning_count",
          "in_transaction",
          "last_gtid",
          "pseudo_thread_id",
          "gtid_seq_no",
          "original_commit_timestamp",
          "autocommit");

  /** A variable of the server alone, or one that cannot be set. */
  private static final Set<Integer> NOT_OF_THE_SESSION = Set.of(1193, 1229, 1238, 1621);

  private static final Pattern USER_VARIABLE =
      Pattern.compile("(?<![@\\w`'\"])@([A-Za-z_$.][\\w$.]*)");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  @Override
  public Map<String, String> read(Connection connection, List<String> sql) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    for (String text : sql) {
      Matcher matcher = USER_VARIABLE.matcher(text);
      while (matcher.find()) {
        names.add("@" + matcher.group(1));
      }
    }
    return read(connection, names);
  }

  private static Map<String, String> read(Connection connection, Set<String> userVariables)
      throws SQLException {
    Map<String, String> state = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SHOW SESSION VARIABLES")) {
        while (rows.next()) {
          state.put(rows.getString(1), text(rows.getString(2)));
        }
      }
      state.keySet().removeAll(VOLATILE);
      try (ResultSet row = statement.executeQuery("SELECT DATABASE()")) {
        row.next();
        state.put(DATABASE, text(row.getString(1)));
      }
      for (String name : userVariables) {
        try (ResultSet row = statement.executeQuery("SELECT " + name)) {
          row.next();
          state.put(name, text(row.getString(1)));
        }
      }
    }
    return state;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The database comes first, because some variables follow it. */
  @Override
  public List<String> restore(Connection connection, Map<String, String> before)
      throws SQLException {
    Set<String> userVariables = new LinkedHashSet<>(before.keySet());
    userVariables.removeIf(name -> !name.startsWith("@"));
    List<String> failures = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLOCK TABLES");
      String database = before.getOrDefault(DATABASE, "");
      Map<String, String> now = read(connection, userVariables);
      if (!database.isEmpty() && !database.equals(now.get(DATABASE))) {
        statement.execute(MysqlPlace.use(database));
        now = read(connection, userVariables);
      }
      for (Map.Entry<String, String> part : before.entrySet()) {
        String name = part.getKey();
        if (!name.equals(DATABASE) && !part.getValue().equals(now.get(name))) {
          set(statement, name, part.getValue(), failures, others);
        }
      }
    }
    Map<String, String> expected = new TreeMap<>(before);
    Map<String, String> after = read(connection, userVariables);
    after.keySet().retainAll(expected.keySet());
    expected.keySet().removeAll(others);
    after.keySet().removeAll(others);
    List<String> differences = SessionState.differences(expected, after);
    failures.addAll(0, differences);
    return differences.isEmpty() ? List.of() : failures;
  }

  private static void set(
      Statement statement, String name, String value, List<String> failures, Set<String> others) {
    String sql = name.startsWith("@") ? "SET " : "SET SESSION ";
    try {
      statement.execute(sql + name + " = " + literal(name, value));
    } catch (SQLException failure) {
      if (NOT_OF_THE_SESSION.contains(failure.getErrorCode())) {
        others.add(name);
      } else {
        failures.add(sql + name + ": " + failure.getMessage());
      }
    }
  }

  private static String literal(String name, String value) {
    if (value.isEmpty()) {
      return name.startsWith("@") || name.startsWith("character_set") ? "NULL" : "''";
    }
    boolean number = !name.startsWith("@") && NUMBER.matcher(value).matches();
    return number ? value : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}

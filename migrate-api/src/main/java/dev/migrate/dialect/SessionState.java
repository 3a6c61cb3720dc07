package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What raw SQL and code can leave in a session for the statements after them: settings, the search
 * path, roles, temporary objects. Read before a revision that has raw SQL or code, and set back
 * after it. Immutable and thread-safe.
 */
public interface SessionState {

  /** A session about which nothing is known, or which keeps nothing. */
  SessionState UNKNOWN =
      new SessionState() {
        @Override
        public Map<String, String> read(Connection connection, List<String> sql) {
          return Map.of();
        }

        @Override
        public List<String> restore(Connection connection, Map<String, String> before) {
          return List.of();
        }
      };

  /**
   * Reads the state.
   *
   * @param connection the connection, outside a transaction
   * @param sql the raw SQL that is about to run: it may name what no catalogue lists
   * @return each part of the state by its name
   * @throws SQLException if a query fails
   */
  Map<String, String> read(Connection connection, List<String> sql) throws SQLException;

  /**
   * Sets the session back.
   *
   * @param connection the connection, outside a transaction
   * @param before what was read
   * @return what could not be set back, one text for each; usually none
   * @throws SQLException if the connection does not work
   */
  List<String> restore(Connection connection, Map<String, String> before) throws SQLException;

  /**
   * What is not as it was.
   *
   * @param before what was read before
   * @param now what was read now
   * @return such as {@code statement_timeout is 1000, and was 0}, one text for each part
   */
  static List<String> differences(Map<String, String> before, Map<String, String> now) {
    List<String> differences = new ArrayList<>();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String was = before.get(name);
      String is = now.get(name);
      if (was == null) {
        differences.add(name + " is " + is + ", and was not there");
      } else if (is == null) {
        differences.add(name + " is gone, and was " + was);
      } else if (!was.equals(is)) {
        differences.add(name + " is " + is + ", and was " + was);
      }
    }
    return differences;
  }
}

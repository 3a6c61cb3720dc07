package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The session state that raw SQL and code can change for later statements: settings, the search
 * path, roles, temporary objects. Read before a revision that contains raw SQL or code, and
 * restored after it. Immutable and thread-safe.
 */
public interface SessionState {

  /** For sessions without state, or whose state is unknown. */
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
   * @param connection a connection outside a transaction
   * @param sql the raw SQL that is about to run; it may name state that no catalogue lists
   * @return the parts of the state by name
   * @throws SQLException if a query fails
   */
  Map<String, String> read(Connection connection, List<String> sql) throws SQLException;

  /**
   * Restores the session.
   *
   * @param connection a connection outside a transaction
   * @param before the state that was read before
   * @return what could not be restored, one text for each part; usually none
   * @throws SQLException if the connection does not work
   */
  List<String> restore(Connection connection, Map<String, String> before) throws SQLException;

  /**
   * The differences between two states.
   *
   * @param before the state that was read before
   * @param now the state that was read now
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
        differences.add(name + " is " + is + ", and did not exist before");
      } else if (is == null) {
        differences.add(name + " is gone, and was " + was);
      } else if (!was.equals(is)) {
        differences.add(name + " is " + is + ", and was " + was);
      }
    }
    return differences;
  }
}

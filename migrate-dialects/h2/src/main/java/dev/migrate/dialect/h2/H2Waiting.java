package dev.migrate.dialect.h2;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Waiting in H2: {@code LOCK_TIMEOUT} of the session, for tables and rows. A change of the schema
 * copies a table and renames the copy, so one that timed out may have been executed in part; only
 * the schema shows it. Users without admin rights see no session but their own.
 *
 * @see <a href="https://h2database.com/html/commands.html#set_lock_timeout">SET LOCK_TIMEOUT</a>
 * @see <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">H2's error codes</a>
 */
final class H2Waiting implements StatementWaiting {

  /** LOCK_TIMEOUT_1 for a table; CONCURRENT_UPDATE_1 for a row. */
  private static final Set<Integer> TIMEOUTS = Set.of(50200, 90131);

  private static final int DEADLOCK = 40001;

  private static final int SHOWN = 6;

  private static final String OTHERS =
      "SELECT s.SESSION_ID, s.USER_NAME, s.CLIENT_ADDR, s.CLIENT_INFO, s.EXECUTING_STATEMENT,"
          + " DATEDIFF(MILLISECOND, s.SLEEP_SINCE, CURRENT_TIMESTAMP),"
          + " s.USER_NAME = me.USER_NAME AND s.CLIENT_ADDR IS NOT DISTINCT FROM me.CLIENT_ADDR"
          + " AND s.SERVER IS NOT DISTINCT FROM me.SERVER,"
          + " l.TABLE_NAME FROM INFORMATION_SCHEMA.SESSIONS s"
          + " JOIN INFORMATION_SCHEMA.LOCKS l ON l.SESSION_ID = s.SESSION_ID"
          + " JOIN INFORMATION_SCHEMA.SESSIONS me ON me.SESSION_ID = SESSION_ID()"
          + " WHERE s.SESSION_ID <> SESSION_ID() ORDER BY s.SLEEP_SINCE, s.SESSION_ID";

  @Override
  public Limit limit(Connection connection, Duration timeout) throws SQLException {
    try (var statement = connection.createStatement()) {
      long before;
      try (ResultSet row = statement.executeQuery("SELECT LOCK_TIMEOUT()")) {
        row.next();
        before = row.getLong(1);
      }
      if (before <= timeout.toMillis()) {
        return Limit.UNCHANGED;
      }
      String limit = "SET LOCK_TIMEOUT " + timeout.toMillis();
      statement.execute(limit);
      return new Limit(List.of(limit), List.of("SET LOCK_TIMEOUT " + before));
    }
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return TIMEOUTS.contains(failure.getErrorCode());
  }

  @Override
  public boolean isDeadlock(SQLException failure) {
    return failure.getErrorCode() == DEADLOCK;
  }

  /** Those with a lock on one of the tables; if there are none, those with any lock. */
  @Override
  public List<BlockingSession> blocking(
      Connection connection, Statement timedOut, Set<QualifiedName> tables) throws SQLException {
    Set<String> names = new TreeSet<>();
    tables.forEach(table -> names.add(table.name().toLowerCase(Locale.ROOT)));
    List<BlockingSession> onTables = new ArrayList<>();
    List<BlockingSession> all = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(OTHERS)) {
      while (row.next()) {
        BlockingSession session = session(row);
        add(session, all);
        if (names.contains(row.getString(8).toLowerCase(Locale.ROOT))) {
          add(session, onTables);
        }
      }
    }
    return onTables.isEmpty() ? all : onTables;
  }

  @Override
  public Optional<String> hidden(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + H2Lock.SEES_ALL)) {
      row.next();
      return row.getBoolean(1)
          ? Optional.empty()
          : Optional.of("all other sessions, for lack of admin rights");
    }
  }

  /** A session has a row for each of its locks. */
  private static void add(BlockingSession session, List<BlockingSession> sessions) {
    boolean isNew = sessions.stream().noneMatch(it -> it.remedy().equals(session.remedy()));
    if (isNew && sessions.size() < SHOWN) {
      sessions.add(session);
    }
  }

  private static BlockingSession session(ResultSet row) throws SQLException {
    String id = row.getString(1);
    StringBuilder text = new StringBuilder("session " + id + " of the user " + row.getString(2));
    add(text, " from ", row.getString(3));
    add(text, ", ", row.getString(4));
    String statement = row.getString(5);
    boolean isIdle = statement == null || statement.isEmpty();
    long idle = row.getLong(6);
    text.append(
        isIdle ? ", idle in a transaction for " + idle + " ms" : ", executing " + statement);
    return new BlockingSession(
        text.toString(),
        Optional.of("CALL ABORT_SESSION(" + id + ")"),
        row.getBoolean(7),
        isIdle ? Optional.of(Duration.ofMillis(idle)) : Optional.empty());
  }

  private static void add(StringBuilder text, String before, String value) {
    if (value != null && !value.isEmpty()) {
      text.append(before).append(value);
    }
  }
}

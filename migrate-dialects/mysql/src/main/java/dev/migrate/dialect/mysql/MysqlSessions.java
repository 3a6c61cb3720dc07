package dev.migrate.dialect.mysql;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that may be in the way of a statement, from the best source that the server has and
 * the user may read: locks of the tables, open transactions, or the user's own sessions.
 */
final class MysqlSessions {

  private static final int SHOWN = 6;

  /** What of the process list tells one session. */
  private static final String LIST =
      "SELECT p.ID, p.USER, p.HOST, p.COMMAND, p.TIME, LEFT(p.INFO, 200), p.USER = me.USER"
          + " AND SUBSTRING_INDEX(p.HOST, ':', 1) = SUBSTRING_INDEX(me.HOST, ':', 1)"
          + " FROM INFORMATION_SCHEMA.PROCESSLIST p"
          + " JOIN INFORMATION_SCHEMA.PROCESSLIST me ON me.ID = CONNECTION_ID()";

  private static final String LONGEST = " ORDER BY 5 DESC, 1 LIMIT " + SHOWN;

  /**
   * MySQL has it on, MariaDB off unless it is asked for. It shows the sessions of all users, also
   * to those who have no right to the process list.
   */
  private static final String BY_PERFORMANCE_SCHEMA =
      "SELECT p.PROCESSLIST_ID, p.PROCESSLIST_USER, p.PROCESSLIST_HOST, p.PROCESSLIST_COMMAND,"
          + " p.PROCESSLIST_TIME, LEFT(p.PROCESSLIST_INFO, 200),"
          + " p.PROCESSLIST_USER = me.PROCESSLIST_USER AND p.PROCESSLIST_HOST = me.PROCESSLIST_HOST"
          + " FROM performance_schema.threads p"
          + " JOIN performance_schema.threads me ON me.PROCESSLIST_ID = CONNECTION_ID()"
          + " WHERE p.PROCESSLIST_ID <> CONNECTION_ID() AND p.THREAD_ID IN"
          + " (SELECT l.OWNER_THREAD_ID FROM performance_schema.metadata_locks l"
          + " WHERE l.OBJECT_TYPE = 'TABLE' AND l.LOCK_STATUS = 'GRANTED'"
          + " AND l.OBJECT_SCHEMA = COALESCE(?, DATABASE()) AND l.OBJECT_NAME = ?)"
          + LONGEST;

  /** A plugin of MariaDB, installed by {@code INSTALL SONAME 'metadata_lock_info'}. */
  private static final String BY_PLUGIN =
      LIST
          + " WHERE p.ID <> me.ID AND p.ID IN (SELECT l.THREAD_ID"
          + " FROM INFORMATION_SCHEMA.METADATA_LOCK_INFO l"
          + " WHERE l.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND l.TABLE_NAME = ?)"
          + LONGEST;

  /** Whatever their transactions touched. */
  private static final String BY_TRANSACTION =
      LIST
          + " JOIN INFORMATION_SCHEMA.INNODB_TRX x ON x.trx_mysql_thread_id = p.ID"
          + " WHERE p.ID <> me.ID"
          + LONGEST;

  /** Without any right, the user's own sessions are seen, and not what they hold. */
  private static final String OWN = LIST + " WHERE p.ID <> me.ID AND p.DB = DATABASE()" + LONGEST;

  private MysqlSessions() {}

  /** What a server does not have, or a user may not read, is left out. */
  static List<BlockingSession> on(Connection connection, Set<QualifiedName> tables) {
    for (String locks : List.of(BY_PERFORMANCE_SCHEMA, BY_PLUGIN)) {
      List<BlockingSession> found = new ArrayList<>();
      for (QualifiedName table : tables) {
        found.addAll(
            read(connection, locks, true, table.namespace().orElse(null), table.name())
                .orElse(List.of()));
      }
      if (!found.isEmpty()) {
        return found.stream().distinct().limit(SHOWN).toList();
      }
    }
    return read(connection, BY_TRANSACTION, true)
        .or(() -> read(connection, OWN, false))
        .orElse(List.of());
  }

  /** Whether the user may see the locks or the transactions of all. */
  static boolean areSeen(Connection connection) {
    return isReadable(connection, "performance_schema.metadata_locks", true)
        || isReadable(connection, "INFORMATION_SCHEMA.INNODB_TRX", false);
  }

  /** Where the server does not keep the locks, their table is empty, even of those of the query. */
  private static boolean isReadable(Connection connection, String table, boolean isKept) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
      return row.next() || !isKept;
    } catch (SQLException without) {
      return false;
    }
  }

  /** The sessions; empty if the user may not read them, or there is nothing like it. */
  private static Optional<List<BlockingSession>> read(
      Connection connection, String query, boolean holds, @Nullable String... values) {
    List<BlockingSession> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(session(row, holds));
        }
      }
      return Optional.of(found);
    } catch (SQLException without) {
      return Optional.empty();
    }
  }

  /**
   * A session in words.
   *
   * @param holds whether it holds a lock or has a transaction; if not, only its user would know
   */
  private static BlockingSession session(ResultSet row, boolean holds) throws SQLException {
    long id = row.getLong(1);
    boolean isIdle = "Sleep".equalsIgnoreCase(row.getString(4));
    long seconds = row.getLong(5);
    String query = row.getString(6);
    String text =
        "session "
            + id
            + " of the user "
            + row.getString(2)
            + " from "
            + row.getString(3)
            + (isIdle ? holds ? ", idle in a transaction for " : ", idle for " : ", at work for ")
            + seconds
            + " s"
            + (isIdle && !holds ? ", perhaps in a transaction" : "")
            + (query == null ? "" : ", query: " + query.replaceAll("\\s+", " "));
    return new BlockingSession(
        text,
        holds || !isIdle ? Optional.of("KILL " + id) : Optional.empty(),
        row.getBoolean(7),
        isIdle && holds ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.dialect.ansi.SchemaStatement;
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
 * Waiting in MySQL and MariaDB: {@code lock_wait_timeout} of the session for tables, {@code
 * innodb_lock_wait_timeout} for rows, both in whole seconds. Others that want the table queue
 * behind a statement that waits, even those that only read.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/metadata-locking.html">Metadata locking in
 *     MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/metadata-locking/">Metadata locking in MariaDB</a>
 */
final class MysqlWaiting implements StatementWaiting {

  /** {@code ER_LOCK_WAIT_TIMEOUT}, for tables and rows. */
  private static final int TIMEOUT = 1205;

  /** {@code ER_LOCK_DEADLOCK}, likewise. */
  private static final int DEADLOCK = 1213;

  private static final List<String> VARIABLES =
      List.of("lock_wait_timeout", "innodb_lock_wait_timeout");

  private static final String KEPT = "@migrate_";

  private static final String SESSION =
      "SELECT p.ID, p.USER, p.HOST, p.COMMAND, p.TIME, LEFT(p.INFO, 200), p.USER = me.USER"
          + " AND SUBSTRING_INDEX(p.HOST, ':', 1) = SUBSTRING_INDEX(me.HOST, ':', 1)"
          + " FROM INFORMATION_SCHEMA.PROCESSLIST p"
          + " JOIN INFORMATION_SCHEMA.PROCESSLIST me ON me.ID = CONNECTION_ID()";

  /** MySQL has it on, MariaDB off unless it is asked for. */
  private static final String BY_PERFORMANCE_SCHEMA =
      " WHERE p.ID <> me.ID AND p.ID IN (SELECT t.PROCESSLIST_ID"
          + " FROM performance_schema.metadata_locks l"
          + " JOIN performance_schema.threads t ON t.THREAD_ID = l.OWNER_THREAD_ID"
          + " WHERE l.OBJECT_TYPE = 'TABLE' AND l.LOCK_STATUS = 'GRANTED'"
          + " AND l.OBJECT_SCHEMA = COALESCE(?, DATABASE()) AND l.OBJECT_NAME = ?)";

  /** A plugin of MariaDB, installed by {@code INSTALL SONAME 'metadata_lock_info'}. */
  private static final String BY_PLUGIN =
      " WHERE p.ID <> me.ID AND p.ID IN (SELECT l.THREAD_ID"
          + " FROM INFORMATION_SCHEMA.METADATA_LOCK_INFO l"
          + " WHERE l.TABLE_SCHEMA = COALESCE(?, DATABASE()) AND l.TABLE_NAME = ?)";

  /** Whatever their transactions touched. */
  private static final String BY_TRANSACTION =
      " JOIN INFORMATION_SCHEMA.INNODB_TRX x ON x.trx_mysql_thread_id = p.ID"
          + " WHERE p.ID <> me.ID AND COALESCE(?, ?) IS NOT NULL";

  private static final String LONGEST = " ORDER BY p.TIME DESC, p.ID LIMIT 6";

  /** An expression reads the variable before any of them is set. */
  @Override
  public Limit limit(Connection connection, Duration timeout) throws SQLException {
    long seconds = timeout.plusMillis(999).toSeconds();
    List<String> keeping = new ArrayList<>();
    List<String> limiting = new ArrayList<>();
    List<String> limitingAgain = new ArrayList<>();
    List<String> restoring = new ArrayList<>();
    for (String variable : VARIABLES) {
      String session = "SESSION " + variable + " = ";
      keeping.add(KEPT + variable + " = @@SESSION." + variable);
      limiting.add(session + least("@@SESSION." + variable, seconds));
      limitingAgain.add(session + least(KEPT + variable, seconds));
      restoring.add(session + KEPT + variable);
    }
    keeping.addAll(limiting);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET " + String.join(", ", keeping));
    }
    return new Limit(
        List.of("SET " + String.join(", ", limitingAgain)),
        List.of("SET " + String.join(", ", restoring)));
  }

  /** MySQL gives the least of two kinds of integers as a decimal, which no variable takes. */
  private static String least(String value, long seconds) {
    return "CAST(LEAST(" + value + ", " + seconds + ") AS UNSIGNED)";
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return failure.getErrorCode() == TIMEOUT;
  }

  @Override
  public boolean isDeadlock(SQLException failure) {
    return failure.getErrorCode() == DEADLOCK;
  }

  /** A change of the schema has all its locks before it changes anything, or takes back all. */
  @Override
  public AfterTimeout afterTimeout(dev.migrate.dialect.Statement statement) {
    return !statement.isForeign() || SchemaStatement.isOne(statement.sql())
        ? AfterTimeout.NOTHING_DONE
        : StatementWaiting.super.afterTimeout(statement);
  }

  /** What a server does not have, or a user may not read, is left out. */
  @Override
  public List<BlockingSession> blocking(
      Connection connection, dev.migrate.dialect.Statement timedOut, Set<QualifiedName> tables) {
    for (String locks : List.of(BY_PERFORMANCE_SCHEMA, BY_PLUGIN)) {
      List<BlockingSession> found = new ArrayList<>();
      for (QualifiedName table : tables) {
        found.addAll(sessions(connection, locks, table.namespace().orElse(null), table.name()));
      }
      if (!found.isEmpty()) {
        return found.stream().distinct().limit(6).toList();
      }
    }
    return sessions(connection, BY_TRANSACTION, null, "");
  }

  private static List<BlockingSession> sessions(
      Connection connection, String which, @Nullable String database, String table) {
    List<BlockingSession> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SESSION + which + LONGEST)) {
      statement.setString(1, database);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(session(row));
        }
      }
      return List.copyOf(found);
    } catch (SQLException without) {
      return List.of();
    }
  }

  private static BlockingSession session(ResultSet row) throws SQLException {
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
            + (isIdle ? ", idle in a transaction for " : ", at work for ")
            + seconds
            + " s"
            + (query == null ? "" : ", query: " + query.replaceAll("\\s+", " "));
    return new BlockingSession(
        text,
        Optional.of("KILL " + id),
        row.getBoolean(7),
        isIdle ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty());
  }
}

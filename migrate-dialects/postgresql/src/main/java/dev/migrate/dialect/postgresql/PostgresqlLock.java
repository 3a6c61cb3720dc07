package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A session's advisory lock, tried and never waited for: a statement that waits has a snapshot, and
 * with that it would keep {@code CREATE INDEX CONCURRENTLY} of the holder waiting in its turn. The
 * key is 64 bits of the database, the schema and the history table. The server frees the lock when
 * the session's process ends, which is after the statement that it may still execute. Not
 * reentrant: who holds the lock does not get it a second time.
 *
 * <p>A server notices a dead client only when it next speaks to it, so it would finish and commit
 * the statement of a killed one, while others wait for the lock. Since version 14 it can look after
 * the client meanwhile; whoever gets the lock lets it do so, if nobody has set that before and the
 * server's platform can.
 *
 * <p>The lock belongs to a session of the server. A pooler that gives each transaction another one
 * (PgBouncer in transaction or statement mode) loses it; that is noticed if the second statement
 * already meets another process, and refused. Migrate over a direct connection, or in session mode.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">13.3.5 Advisory
 *     Locks in the manual</a>
 */
final class PostgresqlLock implements MigrationLock {

  /** The first version with {@code client_connection_check_interval}. */
  private static final int CHECKS_CLIENT = 14;

  /** Milliseconds; a number that nobody else chooses, so that release knows who has set it. */
  private static final String INTERVAL = "1009";

  private static final String OWN_SESSION =
      "SELECT pid || '/' || extract(epoch FROM backend_start) FROM pg_stat_activity"
          + " WHERE pid = pg_backend_pid()";

  private static final String KEY =
      "hashtextextended(jsonb_build_array(current_database(), coalesce(?::text, current_schema()),"
          + " ?::text)::text, 0)";

  /** PostgreSQL gives a session what it holds already, as often as it asks; we do not. */
  private static final String ACQUIRE =
      "SELECT NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
          + " AND pid = pg_backend_pid() AND classid::bigint = key >> 32 & 4294967295"
          + " AND objid::bigint = key & 4294967295) AND pg_try_advisory_lock(key),"
          + " pg_backend_pid() FROM (SELECT "
          + KEY
          + " AS key) history";

  private static final String RELEASE = "SELECT pg_advisory_unlock(" + KEY + ")";

  /** In each case a row with the process that answers. */
  private static final String WATCH_CLIENT = watch("0", INTERVAL);

  private static final String UNWATCH_CLIENT = watch(INTERVAL + "ms", "0");

  private final QualifiedName history;
  private final int major;

  PostgresqlLock(QualifiedName history, int major) {
    this.history = history;
    this.major = major;
  }

  private static String watch(String current, String value) {
    return "SELECT pg_backend_pid(), CASE current_setting('client_connection_check_interval')"
        + " WHEN '"
        + current
        + "' THEN set_config('client_connection_check_interval', '"
        + value
        + "', false) END";
  }

  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    int process;
    try (PreparedStatement statement = prepared(connection, ACQUIRE);
        ResultSet lock = statement.executeQuery()) {
      lock.next();
      if (!lock.getBoolean(1)) {
        return false;
      }
      process = lock.getInt(2);
    }
    requireSame(process, watched(connection, WATCH_CLIENT, process));
    return true;
  }

  private static void requireSame(int process, int other) throws SQLException {
    if (process != other) {
      throw new SQLException(
          "two statements of one connection ran in two sessions of the server ("
              + process
              + " and "
              + other
              + "), so the migration lock is lost: connect to PostgreSQL directly, or by a pooler"
              + " in session mode");
    }
  }

  /** Asks the server to look after the client, or no longer; tells the process that answered. */
  private int watched(Connection connection, String sql, int process) throws SQLException {
    if (major < CHECKS_CLIENT) {
      return process;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failure) {
      if ("22023".equals(failure.getSQLState())) {
        return process; // a platform that cannot look after clients
      }
      throw failure;
    }
  }

  @Override
  public void release(Connection connection) throws SQLException {
    watched(connection, UNWATCH_CLIENT, 0);
    try (PreparedStatement statement = prepared(connection, RELEASE)) {
      statement.execute();
    }
  }

  private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, history.namespace().orElse(null));
    statement.setString(2, history.name());
    return statement;
  }

  @Override
  public String session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet session = statement.executeQuery(OWN_SESSION)) {
      session.next();
      return session.getString(1);
    }
  }
}

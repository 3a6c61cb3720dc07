package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A session's advisory lock, tried and never waited for: a statement that waits has a snapshot, and
 * with that it would keep {@code CREATE INDEX CONCURRENTLY} of the holder waiting in its turn. The
 * key is 64 bits of the database, the schema and the history table. The server frees the lock when
 * the session's process ends, which is after the statement that it may still execute. Not
 * reentrant: the holder does not get it a second time.
 *
 * <p>A server notices a dead client only when it next speaks to it, so it would finish and commit
 * the statement of a killed one, while others wait for the lock. Since version 14 it can look after
 * the client meanwhile; the holder of the lock turns that on, if it is not set already and the
 * server's platform can.
 *
 * <p>The lock belongs to a session of the server. A pooler that gives each transaction another one
 * (PgBouncer in transaction or statement mode) would leave it in a session that others use. So
 * nothing is taken unless several statements meet the same process, and what was taken in another
 * one is given back there.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">13.3.5 Advisory
 *     Locks in the manual</a>
 */
final class PostgresqlLock implements MigrationLock {

  /** The first version with {@code client_connection_check_interval}. */
  private static final int CHECKS_CLIENT = 14;

  /** Milliseconds; an unusual number, so that release recognizes its own setting. */
  private static final String INTERVAL = "1009";

  private static final String OWN_SESSION =
      "SELECT pid || '/' || extract(epoch FROM backend_start) FROM pg_stat_activity"
          + " WHERE pid = pg_backend_pid()";

  private static final String KEY =
      "hashtextextended(jsonb_build_array(current_database(), coalesce(?::text, current_schema()),"
          + " ?::text)::text, 0)";

  /**
   * How many statements have to meet the same process behind a pooler before one takes the lock.
   */
  private static final int SAMPLES = 30;

  /** How often a lock in another process is looked for, and for how many milliseconds between. */
  private static final int ATTEMPTS = 200;

  private static final long PAUSE = 10;

  private static final String OWN =
      "FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted"
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
          + " AND classid::bigint = key >> 32 & 4294967295 AND objid::bigint = key & 4294967295";

  /**
   * PostgreSQL gives a session what it holds already, as often as it asks; we do not. Nothing is
   * taken in a process that was not met before.
   */
  private static final String ACQUIRE =
      "SELECT CASE WHEN pg_backend_pid() = ? THEN NOT EXISTS (SELECT 1 "
          + OWN
          + " AND pid = pg_backend_pid()) AND pg_try_advisory_lock(key) END,"
          + " pg_backend_pid() FROM (SELECT "
          + KEY
          + " AS key) history";

  /** Asked only where it is held, since the server warns otherwise. */
  private static final String RELEASE =
      "SELECT pg_backend_pid(), holder, CASE WHEN holder = pg_backend_pid()"
          + " THEN pg_advisory_unlock(key) END, CASE WHEN holder = pg_backend_pid()"
          + " AND current_setting('client_connection_check_interval', true) = '"
          + INTERVAL
          + "ms' THEN set_config('client_connection_check_interval', '0', false) END"
          + " FROM (SELECT key, (SELECT pid "
          + OWN
          + " LIMIT 1) AS holder FROM (SELECT "
          + KEY
          + " AS key) history OFFSET 0) held";

  private static final String HOLDER =
      "SELECT concat('process ', a.pid, ' of the user ', a.usename,"
          + " ' from ' || nullif(a.client_addr::text, ''),"
          + " ', application ' || nullif(a.application_name, ''),"
          + " ', connected since ' || date_trunc('second', a.backend_start)::text,"
          + " ', ' || a.state)"
          + " FROM (SELECT "
          + KEY
          + " AS key) history, LATERAL (SELECT pid "
          + OWN
          + ") held JOIN pg_stat_activity a USING (pid)";

  private static final String PROCESS = "SELECT pg_backend_pid()";

  /** In each case a row with the process that answers; set only where the lock was taken. */
  private static final String WATCH_CLIENT =
      "SELECT pg_backend_pid(), CASE WHEN pg_backend_pid() = ?"
          + " AND current_setting('client_connection_check_interval') = '0'"
          + " THEN set_config('client_connection_check_interval', '"
          + INTERVAL
          + "', false) END";

  private final QualifiedName history;
  private final int major;

  PostgresqlLock(QualifiedName history, int major) {
    this.history = history;
    this.major = major;
  }

  @Override
  public Set<QualifiedName> tables() {
    return Set.of(history.sibling(history.name() + "_lock"));
  }

  /** The driver received a process from the server, or by a pooler, which makes one up. */
  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    OptionalInt reported = PostgresqlProcess.reportedTo(connection);
    int process = reported.isPresent() ? reported.getAsInt() : process(connection);
    Attempt attempt = tryAcquire(connection, process);
    if (attempt.process() != process) {
      process = sampled(connection, attempt.process());
      attempt = tryAcquire(connection, process);
    }
    if (attempt.process() != process) {
      throw pooled(process, attempt.process());
    } else if (!attempt.taken()) {
      return false;
    }
    int watched = watched(connection, process);
    if (watched != process) {
      release(connection);
      throw pooled(process, watched);
    }
    return true;
  }

  private record Attempt(int process, boolean taken) {}

  /** Takes nothing in a process other than this one. */
  private Attempt tryAcquire(Connection connection, int process) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ACQUIRE)) {
      statement.setInt(1, process);
      key(statement, 2);
      try (ResultSet lock = statement.executeQuery()) {
        lock.next();
        return new Attempt(lock.getInt(2), lock.getBoolean(1));
      }
    }
  }

  /** A pooler that is at work gives the connection another process sooner or later. */
  private static int sampled(Connection connection, int process) throws SQLException {
    for (int sample = 0; sample < SAMPLES; sample++) {
      int next = process(connection);
      if (next != process) {
        throw pooled(process, next);
      }
    }
    return process;
  }

  private static UnsupportedByDialectException pooled(int process, int other) {
    return new UnsupportedByDialectException(
        "a migration through a pooler that gives each transaction another session ("
            + process
            + ", then "
            + other
            + ")",
        "PostgreSQL; nothing was changed, and nothing is locked",
        "connect to PostgreSQL directly, or by a pooler in session mode");
  }

  private static int process(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PROCESS)) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Asks the server to look after the client; returns the process that answered. */
  private int watched(Connection connection, int process) throws SQLException {
    if (major < CHECKS_CLIENT) {
      return process;
    }
    try (PreparedStatement statement = connection.prepareStatement(WATCH_CLIENT)) {
      statement.setInt(1, process);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failure) {
      if ("22023".equals(failure.getSQLState())) {
        return process; // a platform that cannot look after clients
      }
      throw failure;
    }
  }

  /**
   * Behind a pooler, a lock that another process holds may be our own: then this connection meets
   * that process again. If the lock belongs to others, it never does.
   */
  @Override
  public boolean release(Connection connection) throws SQLException {
    int first = 0;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Release release = tryRelease(connection);
      if (release.done() || release.holder() == 0) {
        return release.done();
      }
      boolean moves = attempt > 0 && release.process() != first;
      first = attempt == 0 ? release.process() : first;
      if (attempt >= 3 && !moves && !isBehindPooler(connection, release.process())) {
        return false;
      }
      pause();
    }
    return false;
  }

  private record Release(int process, int holder, boolean done) {}

  private Release tryRelease(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      key(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Release(row.getInt(1), row.getInt(2), row.getBoolean(3));
      }
    }
  }

  private static boolean isBehindPooler(Connection connection, int process) {
    OptionalInt reported = PostgresqlProcess.reportedTo(connection);
    return reported.isPresent() && reported.getAsInt() != process;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      key(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  @Override
  public String remedy() {
    return "end that process: SELECT pg_terminate_backend(…)";
  }

  private void key(PreparedStatement statement, int index) throws SQLException {
    statement.setString(index, history.namespace().orElse(null));
    statement.setString(index + 1, history.name());
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

package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.Statement.Transaction;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.dialect.ansi.SchemaStatement;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waiting in PostgreSQL: {@code lock_timeout} of the session, for tables, rows, and what {@code
 * CREATE INDEX CONCURRENTLY} waits for. Others that want the table queue behind a statement that
 * waits, even those that only read.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">20.11 Client
 *     Connection Defaults in the manual</a>
 */
final class PostgresqlWaiting implements StatementWaiting {

  /** {@code lock_not_available}. */
  private static final String TIMEOUT = "55P03";

  /** {@code deadlock_detected}. */
  private static final String DEADLOCK = "40P01";

  /** With 0, a wait is not limited. */
  private static final String LIMIT =
      "SELECT setting, reset_val, CASE WHEN setting::bigint NOT BETWEEN 1 AND ?"
          + " THEN set_config('lock_timeout', ?, false) END"
          + " FROM pg_settings WHERE name = 'lock_timeout'";

  /** What a user without rights may not see of others is NULL. */
  private static final String OTHERS =
      """
      SELECT a.pid, concat('process ', a.pid, ' of the user ', a.usename,
               ' from ' || host(a.client_addr), ', application ' || nullif(a.application_name, ''),
               ', ' || a.state, ', transaction since ' || date_trunc('second', a.xact_start)::text,
               ', query: ' || left(regexp_replace(nullif(a.query, '<insufficient privilege>'),
               '\\s+', ' ', 'g'), 200)),
             CASE WHEN a.state LIKE 'idle in transaction%'
               THEN extract(epoch FROM clock_timestamp() - a.state_change) * 1000 END,
             a.usesysid = me.usesysid AND a.application_name = me.application_name
               AND a.client_addr IS NOT DISTINCT FROM me.client_addr
        FROM pg_stat_activity a JOIN pg_stat_activity me ON me.pid = pg_backend_pid()
       WHERE a.pid <> me.pid AND a.datid = me.datid AND (
      """;

  private static final String ON_TABLES =
      """
      EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.locktype = 'relation'
         AND l.database = a.datid AND (NOT ? OR l.mode NOT IN ('AccessShareLock',
           'ShareUpdateExclusiveLock'))
         AND l.relation IN (SELECT to_regclass(name) FROM unnest(?::text[]) name))
      """;

  /** The catalogue's own tables have low numbers: 53.11 in the manual. */
  private static final String ON_ANY_TABLE =
      """
      EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.granted AND l.locktype = 'relation'
         AND l.database = a.datid AND l.relation >= 16384)
      """;

  /** An index is built concurrently once all older transactions of the database have ended. */
  private static final String WITH_SNAPSHOT =
      "a.backend_xid IS NOT NULL OR a.backend_xmin IS NOT NULL";

  private static final String OLDEST = ") ORDER BY a.xact_start NULLS LAST, a.pid LIMIT 6";

  private final Renderer renderer;

  PostgresqlWaiting(Renderer renderer) {
    this.renderer = renderer;
  }

  /** {@code RESET} leaves no trace of the setting. */
  @Override
  public Limit limit(Connection connection, Duration timeout) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LIMIT)) {
      statement.setLong(1, timeout.toMillis());
      statement.setString(2, String.valueOf(timeout.toMillis()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String before = row.getString(1);
        if (row.getString(3) == null) {
          return Limit.UNCHANGED;
        }
        boolean isUsual = before.equals(row.getString(2));
        return new Limit(
            List.of("SET lock_timeout = " + timeout.toMillis()),
            List.of(isUsual ? "RESET lock_timeout" : "SET lock_timeout = " + before));
      }
    }
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return TIMEOUT.equals(failure.getSQLState());
  }

  @Override
  public boolean isDeadlock(SQLException failure) {
    return DEADLOCK.equals(failure.getSQLState());
  }

  /** A statement outside a transaction is one of its own, unless it works in several. */
  @Override
  public AfterTimeout afterTimeout(Statement statement) {
    return !statement.isForeign() || SchemaStatement.isOne(statement.sql())
        ? AfterTimeout.NOTHING_DONE
        : StatementWaiting.super.afterTimeout(statement);
  }

  @Override
  public List<BlockingSession> blocking(
      Connection connection, Statement timedOut, Set<QualifiedName> tables) throws SQLException {
    if (timedOut.transaction() == Transaction.FORBIDDEN) {
      return sessions(connection, WITH_SNAPSHOT, timedOut, Set.of());
    }
    List<BlockingSession> sessions = sessions(connection, ON_TABLES, timedOut, tables);
    return sessions.isEmpty() ? sessions(connection, ON_ANY_TABLE, timedOut, Set.of()) : sessions;
  }

  /** Whoever changes rows does not wait for those who read them. */
  private List<BlockingSession> sessions(
      Connection connection, String which, Statement timedOut, Set<QualifiedName> tables)
      throws SQLException {
    List<BlockingSession> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(OTHERS + which + OLDEST)) {
      if (which.equals(ON_TABLES)) {
        statement.setBoolean(1, timedOut.kind() == Kind.DATA);
        statement.setArray(
            2, connection.createArrayOf("text", tables.stream().map(renderer::name).toArray()));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long idle = row.getLong(3);
          Optional<Duration> known =
              row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(idle));
          found.add(
              new BlockingSession(
                  row.getString(2),
                  Optional.of("SELECT pg_terminate_backend(" + row.getInt(1) + ")"),
                  row.getBoolean(4),
                  known));
        }
      }
    }
    return found;
  }
}

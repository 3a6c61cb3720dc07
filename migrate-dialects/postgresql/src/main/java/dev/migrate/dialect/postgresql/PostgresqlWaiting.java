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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** If nobody has a lock on the tables, then those with a lock on any. */
  @Override
  public List<BlockingSession> blocking(
      Connection connection, Statement timedOut, Set<QualifiedName> tables) throws SQLException {
    PostgresqlHolders holders = new PostgresqlHolders(connection);
    List<String> names = tables.stream().map(renderer::name).toList();
    boolean changesRows = timedOut.kind() == Kind.DATA;
    if (timedOut.transaction() == Transaction.FORBIDDEN) {
      return joined(holders.withSnapshot(), holders.preparedOn(names, changesRows));
    }
    List<BlockingSession> onTables =
        joined(holders.on(names, changesRows), holders.preparedOn(names, changesRows));
    return onTables.isEmpty() ? joined(holders.onAny(), holders.preparedOnAny()) : onTables;
  }

  private static List<BlockingSession> joined(
      List<BlockingSession> sessions, List<BlockingSession> prepared) {
    return Stream.concat(sessions.stream(), prepared.stream()).toList();
  }

  @Override
  public Optional<String> hidden(Connection connection) throws SQLException {
    return new PostgresqlHolders(connection).areHidden()
        ? Optional.of("what others execute, for lack of the role pg_read_all_stats")
        : Optional.empty();
  }
}

package dev.migrate.dialect.mysql;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.dialect.ansi.SchemaStatement;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private final MysqlServer server;

  MysqlWaiting(MysqlServer server) {
    this.server = server;
  }

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

  /** Prepared transactions are in no table of locks, so they are added to whoever is there. */
  @Override
  public List<BlockingSession> blocking(
      Connection connection, dev.migrate.dialect.Statement timedOut, Set<QualifiedName> tables) {
    List<BlockingSession> found = new ArrayList<>(MysqlSessions.on(connection, tables));
    found.addAll(MysqlPrepared.of(connection, server));
    return List.copyOf(found);
  }

  @Override
  public Optional<String> hidden(Connection connection) throws SQLException {
    if (!MysqlSessions.areSeen(connection)) {
      return Optional.of(
          "sessions of other users, and who has a transaction open, for lack of the right PROCESS");
    }
    return MysqlPrepared.isHidden(connection)
        ? Optional.of("prepared transactions, for lack of the right XA_RECOVER_ADMIN")
        : Optional.empty();
  }
}

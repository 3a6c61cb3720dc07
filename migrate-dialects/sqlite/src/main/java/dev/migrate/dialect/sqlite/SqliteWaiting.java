package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.StatementWaiting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Waiting in SQLite: the connection's busy timeout, for the file. Who has the file is known to no
 * one, since the operating system does not tell which process holds a lock.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_busy_timeout">PRAGMA busy_timeout</a>
 */
final class SqliteWaiting implements StatementWaiting {

  @Override
  public Limit limit(Connection connection, Duration timeout) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long before;
      try (ResultSet row = statement.executeQuery("PRAGMA busy_timeout")) {
        row.next();
        before = row.getLong(1);
      }
      if (before <= timeout.toMillis()) {
        return Limit.UNCHANGED;
      }
      String limit = "PRAGMA busy_timeout = " + timeout.toMillis();
      statement.execute(limit);
      return new Limit(List.of(limit), List.of("PRAGMA busy_timeout = " + before));
    }
  }

  @Override
  public boolean isTimeout(SQLException failure) {
    return SqliteLock.LOCKED.contains(failure.getErrorCode() & 0xff);
  }

  /** A statement is done as a whole or not at all, also outside a transaction. */
  @Override
  public AfterTimeout afterTimeout(dev.migrate.dialect.Statement statement) {
    return statement.isForeign()
        ? StatementWaiting.super.afterTimeout(statement)
        : AfterTimeout.NOTHING_DONE;
  }
}

package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A lock on SQLite, which has no sessions to ask for and no locks but those on files. Holding the
 * one on the database itself would keep all others from reading it, so the lock is on a file beside
 * it: {@code app.db-migrate-lock}, an otherwise empty database. The migrating connection attaches
 * it as {@code migrate_lock}, in <a
 * href="https://www.sqlite.org/pragma.html#pragma_locking_mode">exclusive locking mode</a>: the
 * operating system keeps the lock for the connection, without a transaction, and takes it back when
 * the connection is closed or the process dies. The database itself stays free for others, in
 * rollback and in WAL mode.
 *
 * <p>The file stays; it may be deleted while no migration runs. A database in memory has none: one
 * that is private needs no lock, and one that connections of a process share has another one in
 * memory beside it.
 *
 * <p>Not reentrant: the holder does not get it a second time.
 */
final class SqliteLock implements MigrationLock {

  static final String SCHEMA = "migrate_lock";

  /** SQLITE_BUSY, SQLITE_LOCKED: another connection has it. */
  static final Set<Integer> LOCKED = Set.of(5, 6);

  private static final int ATTEMPTS = 100;

  private static final long PAUSE = 10;

  private static final String PATH =
      "SELECT file, (SELECT COUNT(*) FROM pragma_database_list WHERE name = '"
          + SCHEMA
          + "'), (SELECT timeout FROM pragma_busy_timeout)"
          + " FROM pragma_database_list WHERE name = 'main'";

  private static final String SESSION = "SELECT id FROM temp.migrate_session";

  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    String file;
    int timeout;
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(PATH)) {
      found.next();
      if (found.getInt(2) > 0) {
        return false; // held by this very connection
      }
      file = found.getString(1);
      timeout = found.getInt(3);
    }
    String restore = "PRAGMA busy_timeout = " + timeout;
    execute(connection, "PRAGMA busy_timeout = 0");
    boolean taken;
    try {
      taken = take(connection, file);
    } catch (Throwable failure) {
      restoreAfter(failure, connection, restore);
      throw failure;
    }
    execute(connection, restore);
    return taken;
  }

  private static boolean take(Connection connection, String file) throws SQLException {
    try {
      SqliteLockFile.of(connection, file).take(connection);
      return true;
    } catch (SQLException failure) {
      if (!isTaken(failure)) {
        throw failure;
      }
      detach(connection);
      return false;
    }
  }

  private static void restoreAfter(Throwable failure, Connection connection, String restore) {
    try {
      execute(connection, restore);
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private static boolean isTaken(SQLException failure) {
    return LOCKED.contains(failure.getErrorCode() & 0xff)
        || String.valueOf(failure.getMessage()).contains("holder already exists");
  }

  /** The session's text goes too, so that the connection is as it was. */
  @Override
  public boolean release(Connection connection) throws SQLException {
    boolean held = detach(connection);
    execute(connection, "DROP TABLE IF EXISTS temp.migrate_session");
    return held;
  }

  /** Another connection that shares the cache may be looking into it for a moment. */
  private static boolean detach(Connection connection) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        execute(connection, "DETACH " + SCHEMA);
        return true;
      } catch (SQLException failure) {
        if (isNotHeld(failure)) {
          return false;
        } else if (attempt == ATTEMPTS) {
          throw failure;
        }
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean isNotHeld(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("no such database");
  }

  /** Generated for the connection on first use, where no other connection sees it. */
  @Override
  public String session(Connection connection) throws SQLException {
    execute(
        connection,
        "CREATE TEMP TABLE IF NOT EXISTS migrate_session AS"
            + " SELECT lower(hex(randomblob(16))) AS id");
    try (Statement statement = connection.createStatement();
        ResultSet session = statement.executeQuery(SESSION)) {
      session.next();
      return session.getString(1);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package dev.migrate.dialect.h2;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.Renderer;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * A lock on H2, which has no advisory locks, and whose schema changes commit, so that a locked row
 * does not stay locked. Instead the one row of a table beside the history names the session that
 * holds the lock; a session that is gone from {@code INFORMATION_SCHEMA.SESSIONS} holds nothing.
 * One statement takes the lock, one gives it back; the first time ever, two more make the table. A
 * call that is refused before there is a history removes it again.
 *
 * <p>A session is its number and its start: numbers are given again after the database was closed.
 * Users without admin rights see no session but their own, so to them everybody is alive: they
 * never take over a lock, and one whose holder died has to be freed by hand: {@code UPDATE
 * migrate_history_lock SET holder = NULL}.
 *
 * <p>Not reentrant: the holder does not get it a second time.
 *
 * @see <a href="https://h2database.com/html/systemtables.html#information_schema_sessions">Sessions
 *     in H2's manual</a>
 */
final class H2Lock implements MigrationLock {

  /** Another session changes the row at this moment: it gets the lock. */
  private static final Set<Integer> LOST_RACES = Set.of(50200, 40001, 90131);

  private static final int TABLE_EXISTS = 42101;

  private static final String SESSION = "SESSION_ID || '/' || EXTRACT(EPOCH FROM SESSION_START)";

  private static final String OWN_SESSION =
      "SELECT " + SESSION + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";

  /** Whether the user sees the sessions of all. */
  static final String SEES_ALL =
      "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USERS"
          + " WHERE USER_NAME = CURRENT_USER AND IS_ADMIN)";

  private final String create;
  private final String acquire;
  private final String release;
  private final String free;
  private final String isOwn;
  private final String drop;
  private final String holder;
  private final QualifiedName lock;

  H2Lock(QualifiedName history, Renderer renderer) {
    lock = history.sibling(history.name() + "_lock");
    String table = renderer.name(lock);
    // H2 would call the key CONSTRAINT_E, as it does with one in many schemas that others made.
    create =
        "CREATE TABLE IF NOT EXISTS "
            + table
            + " (id INTEGER, holder VARCHAR(100), CONSTRAINT "
            + renderer.name("pk_" + lock.name())
            + " PRIMARY KEY (id)) AS SELECT 1, NULL";
    acquire =
        "UPDATE "
            + table
            + " SET holder = ("
            + OWN_SESSION
            + ") WHERE id = 1 AND (holder IS NULL OR "
            + SEES_ALL
            + " AND holder NOT IN (SELECT "
            + SESSION
            + " FROM INFORMATION_SCHEMA.SESSIONS))";
    release = "UPDATE " + table + " SET holder = NULL WHERE holder = (" + OWN_SESSION + ")";
    isOwn = "SELECT 1 FROM " + table + " WHERE holder = (" + OWN_SESSION + ")";
    drop = "DROP TABLE " + table + " RESTRICT";
    free = "UPDATE " + table + " SET holder = NULL";
    holder =
        "SELECT CONCAT('session ', l.holder, ' of the user ' || s.USER_NAME,"
            + " ' from ' || s.CLIENT_ADDR) FROM "
            + table
            + " l LEFT JOIN INFORMATION_SCHEMA.SESSIONS s ON l.holder = s.SESSION_ID || '/'"
            + " || EXTRACT(EPOCH FROM s.SESSION_START) WHERE l.holder IS NOT NULL";
  }

  @Override
  public Set<QualifiedName> tables() {
    return Set.of(lock);
  }

  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    try {
      return update(connection, acquire) == 1;
    } catch (SQLException failure) {
      if (!H2Dialect.isTableMissing(failure)) {
        return lost(failure);
      }
    }
    try {
      update(connection, create);
      return update(connection, acquire) == 1;
    } catch (SQLException failure) {
      boolean isGone = H2Dialect.isTableMissing(failure); // a refused call has removed it
      return failure.getErrorCode() != TABLE_EXISTS && !isGone && lost(failure);
    }
  }

  private static boolean lost(SQLException failure) throws SQLException {
    if (LOST_RACES.contains(failure.getErrorCode())) {
      return false;
    }
    throw failure;
  }

  @Override
  public boolean release(Connection connection) throws SQLException {
    return update(connection, release) == 1;
  }

  @Override
  public boolean createsTable() {
    return true;
  }

  /** The table stays if the user may not drop it, or others look into it for too long. */
  @Override
  public boolean releaseUnused(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet own = statement.executeQuery(isOwn)) {
      if (own.next()) {
        statement.execute(drop);
        return true;
      }
      return false;
    } catch (SQLException kept) {
      return release(connection);
    }
  }

  /** Users without admin rights see no session but their own. */
  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(holder)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  @Override
  public String remedy() {
    return "if that session is gone: " + free;
  }

  private static int update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
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

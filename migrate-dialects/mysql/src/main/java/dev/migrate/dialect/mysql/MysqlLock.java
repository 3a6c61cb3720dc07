package dev.migrate.dialect.mysql;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named lock of the server ({@code GET_LOCK}). It belongs to the session, outlives every commit,
 * and is gone with the session: the server ends a dead client's statement before it frees the
 * session's locks, so a new holder can rely on the previous one no longer executing anything.
 *
 * <p>The name is a hash of the database and the history table, because names of locks have at most
 * 64 characters and belong to the whole server. Not reentrant: the holder does not get it a second
 * time.
 *
 * <p>A session is known by its number, which the server gives again after a restart, and by a
 * random text that is kept in a variable of the session.
 *
 * <p>A lock is known to one server alone. With MySQL Group Replication let every migrator reach the
 * same primary. On Galera (MariaDB Cluster, Percona XtraDB Cluster) there is a lease in addition,
 * see {@link MysqlLeases}.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html">Locking functions
 *     in MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/get_lock/">GET_LOCK in MariaDB</a>
 */
final class MysqlLock implements MigrationLock {

  /** So many characters as a name can have. */
  private static final String NAME =
      "CONCAT('migrate_', SHA2(CONCAT(COALESCE(?, DATABASE()), '.', ?), 224))";

  /** A session can have a lock several times, which would hide that two migrate on one. */
  private static final String ACQUIRE =
      "SELECT IF(IS_USED_LOCK(" + NAME + ") <=> CONNECTION_ID(), 0, GET_LOCK(" + NAME + ", 0))";

  private static final String RELEASE = "SELECT RELEASE_LOCK(" + NAME + ")";

  private static final String HOLDER =
      "SELECT CONCAT('session ', h.id, IFNULL(CONCAT(' of the user ', p.USER, ' from ', p.HOST,"
          + " ', ', LOWER(p.COMMAND), ' for ', p.TIME, ' s'),"
          + " ' of another user, whom the right PROCESS shows')) FROM (SELECT IS_USED_LOCK("
          + NAME
          + ") AS id) h LEFT JOIN INFORMATION_SCHEMA.PROCESSLIST p ON p.ID = h.id"
          + " WHERE h.id IS NOT NULL";

  private final @Nullable String database;
  private final String table;
  private final QualifiedName lease;

  MysqlLock(QualifiedName history) {
    this.database = history.namespace().orElse(null);
    this.table = history.name();
    this.lease = history.sibling(history.name() + "_lock");
  }

  @Override
  public Set<QualifiedName> tables() {
    return Set.of(lease);
  }

  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    return ask(connection, ACQUIRE, 2);
  }

  @Override
  public boolean release(Connection connection) throws SQLException {
    return ask(connection, RELEASE, 1);
  }

  /** The process list has the sessions of other users only for those who may see them. */
  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      statement.setString(1, database);
      statement.setString(2, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  @Override
  public String remedy() {
    return "end that session: KILL …";
  }

  private boolean ask(Connection connection, String sql, int names) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int name = 0; name < names; name++) {
        statement.setString(2 * name + 1, database);
        statement.setString(2 * name + 2, table);
      }
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getInt(1) == 1;
      }
    }
  }

  /** What the variable has already, it keeps. */
  @Override
  public String session(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET @migrate_session = COALESCE(@migrate_session, '" + UUID.randomUUID() + "')");
      try (ResultSet session =
          statement.executeQuery("SELECT CONCAT(CONNECTION_ID(), '/', @migrate_session)")) {
        session.next();
        return session.getString(1);
      }
    }
  }
}

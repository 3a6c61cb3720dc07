package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A lock in the database that dies with its holder: one process at a time migrates. Whoever has it
 * can rely on the previous holder no longer executing anything, even if it was killed. Immutable;
 * who holds it is known to the database alone.
 *
 * <p>Every method works in auto-commit mode and leaves no transaction open.
 */
public interface MigrationLock {

  /**
   * Takes the lock if nobody else who is alive holds it. Does not wait.
   *
   * @param connection the connection that shall hold it
   * @return whether it is held now
   * @throws SQLException if a statement fails for another reason
   */
  boolean tryAcquire(Connection connection) throws SQLException;

  /**
   * Gives the lock back.
   *
   * @param connection the connection that holds it
   * @throws SQLException if a statement fails
   */
  void release(Connection connection) throws SQLException;

  /**
   * Who the connection is to the database: text that no other connection ever has, before or after.
   *
   * @param connection the connection
   * @return such as a session's number and its start
   * @throws SQLException if a statement fails
   */
  String session(Connection connection) throws SQLException;

  /**
   * The tables that the lock keeps in the database, which are no part of anybody's schema.
   *
   * @return their names; none by default
   */
  default Set<QualifiedName> tables() {
    return Set.of();
  }
}

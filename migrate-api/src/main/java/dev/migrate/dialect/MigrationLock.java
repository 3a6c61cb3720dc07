package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
   * @param connection the connection that is to hold it
   * @return whether it is held now
   * @throws SQLException if a statement fails for another reason
   */
  boolean tryAcquire(Connection connection) throws SQLException;

  /**
   * Gives the lock back if this connection's session holds it, and never somebody else's.
   *
   * @param connection the connection that took it
   * @return whether the session held it; if not, it was lost, or is held by another session of the
   *     server, as a pooler can bring about
   * @throws SQLException if a statement fails
   */
  boolean release(Connection connection) throws SQLException;

  /**
   * Who holds the lock, as far as the user can see it.
   *
   * @param connection any connection
   * @return a text such as {@code session 4711 of app from 10.0.0.7}; empty if nobody is known
   * @throws SQLException if a statement fails
   */
  default Optional<String> holder(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * How to free a lock by hand whose holder does not end.
   *
   * @return such as {@code end that session: SELECT pg_terminate_backend(…)}
   */
  default String remedy() {
    return "end the session that holds it";
  }

  /**
   * A text that identifies this session to the database, and is never used again for another one.
   *
   * @return such as a session's number and its start
   * @throws SQLException if a statement fails
   */
  String session(Connection connection) throws SQLException;

  /**
   * The tables that the lock keeps in the database, which are not part of anybody's schema.
   *
   * @return their names; none by default
   */
  default Set<QualifiedName> tables() {
    return Set.of();
  }
}

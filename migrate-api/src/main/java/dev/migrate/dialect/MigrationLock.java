package dev.migrate.dialect;

import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * A lock in the database that ends with its session, so that one process at a time migrates. Its
 * holder can rely on the previous holder no longer executing anything, even if that one was killed.
 * Immutable; only the database knows who holds it.
 *
 * <p>Every method works in auto-commit mode and leaves no transaction open.
 */
public interface MigrationLock {

  /**
   * Acquires the lock unless another live session holds it. Does not wait.
   *
   * @param connection the connection that acquires it
   * @return whether the connection now holds it
   * @throws SQLException if a statement fails for another reason
   */
  boolean tryAcquire(Connection connection) throws SQLException;

  /**
   * Releases the lock if this connection's session holds it, and never another session's lock.
   *
   * @param connection the connection that acquired it
   * @return whether the session held it; if not, it was lost, or another server session holds it
   *     because of a pooler
   * @throws SQLException if a statement fails
   */
  boolean release(Connection connection) throws SQLException;

  /**
   * Whether the first attempt ever creates a table.
   *
   * @return false by default
   */
  default boolean createsTable() {
    return false;
  }

  /**
   * Releases the lock of a call that was refused before there was a history, and removes the table
   * that the lock has created, so that the call leaves nothing. Others may try to acquire the lock
   * at the same time; they create the table again.
   *
   * @return whether the session held it; by default what {@link #release} says
   * @throws SQLException if a statement fails
   */
  default boolean releaseUnused(Connection connection) throws SQLException {
    return release(connection);
  }

  /**
   * The holder of the lock, as far as it is visible to the user.
   *
   * @param connection any connection
   * @return a text such as {@code session 4711 of app from 10.0.0.7}; empty if the holder is
   *     unknown
   * @throws SQLException if a statement fails
   */
  default Optional<String> holder(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * How to free the lock by hand if its holder does not end.
   *
   * @return such as {@code end that session: SELECT pg_terminate_backend(…)}
   */
  default String remedy() {
    return "end the session that holds it";
  }

  /**
   * A text that identifies this session and is never reused for another one.
   *
   * @return such as a session's number and its start
   * @throws SQLException if a statement fails
   */
  String session(Connection connection) throws SQLException;

  /**
   * The tables that the lock uses in the database; they belong to no declared schema.
   *
   * @return their names; none by default
   */
  default Set<QualifiedName> tables() {
    return Set.of();
  }
}

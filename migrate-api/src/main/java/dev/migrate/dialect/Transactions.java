package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Detects the state of a connection's transaction on the server, because drivers do not notice when
 * SQL begins or ends one. Immutable and thread-safe.
 */
public interface Transactions {

  /**
   * Whether a transaction with work in it is open. With auto-commit off, an empty transaction does
   * not count, because pools may lend connections in that state. An open transaction stays open and
   * usable.
   *
   * @return whether one is open
   * @throws SQLException if a statement fails
   */
  boolean isOpen(Connection connection) throws SQLException;

  /**
   * Marks the open transaction. Called after something was written in it.
   *
   * @param connection a connection with auto-commit off
   * @return what {@link #isSame} compares
   * @throws SQLException if a statement fails
   */
  String mark(Connection connection) throws SQLException;

  /**
   * Whether the marked transaction is still open. A mark is compared once.
   *
   * @param mark what {@link #mark} returned
   * @return false if it was committed or rolled back, even if another one was begun since
   * @throws SQLException if a statement fails, such as in a transaction that the database has
   *     aborted
   */
  boolean isSame(Connection connection, String mark) throws SQLException;
}

package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the server says about the transaction of a connection. A driver does not notice when SQL
 * begins or ends one. Immutable and thread-safe.
 */
public interface Transactions {

  /**
   * Whether a transaction is open in which something could be lost. With auto-commit off, one in
   * which nothing was done does not count: a pool may lend its connections so. Leaves an open
   * transaction alone, and usable.
   *
   * @return whether one is open
   * @throws SQLException if a statement fails
   */
  boolean isOpen(Connection connection) throws SQLException;

  /**
   * Remembers the transaction that is open. Called after something was written in it.
   *
   * @param connection a connection with auto-commit off
   * @return what {@link #isSame} compares
   * @throws SQLException if a statement fails
   */
  String mark(Connection connection) throws SQLException;

  /**
   * Whether the transaction that was remembered is still open. A mark is compared once.
   *
   * @param mark what {@link #mark} returned
   * @return false if it was committed or rolled back, whatever was begun since
   * @throws SQLException if a statement fails, such as in a transaction that the database has given
   *     up
   */
  boolean isSame(Connection connection, String mark) throws SQLException;
}

package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a lease needs of a database: a row in a table that names the process that migrates, and
 * until when, by the clock of the server. A lease is for clusters, whose session locks are known to
 * one server alone. Immutable and thread-safe.
 *
 * <p>The database has transactions, in which the first of two that change the same row wins, on
 * whatever servers, and understands {@code SELECT … FOR UPDATE NOWAIT}.
 */
public interface LeaseSupport {

  /**
   * The time of the server.
   *
   * @return an SQL expression: a timestamp in UTC with fractions of a second, which a transaction
   *     does not stop
   */
  String serverTime();

  /**
   * Which server a session is on, for messages.
   *
   * @return an SQL expression: a text such as {@code db1:3306}
   */
  String serverName();

  /**
   * Whether a connection leads to a cluster whose session locks are known to one server alone. A
   * lease is taken there unless the user declined it.
   *
   * @param connection a connection outside a transaction
   * @return the setting with which a session waits until it sees what was committed on any server
   *     before; empty by default, and where there is no such cluster
   * @throws SQLException if the connection fails
   */
  default Optional<SessionSetting> clusterSetting(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /**
   * Whether a statement or a commit failed because another transaction changed the same row, or has
   * locked it.
   */
  boolean isConflict(SQLException failure);

  /**
   * Whether the session lock failed because a cluster does not have any.
   *
   * @return false by default
   */
  default boolean isWithoutSessionLocks(SQLException failure) {
    return false;
  }
}

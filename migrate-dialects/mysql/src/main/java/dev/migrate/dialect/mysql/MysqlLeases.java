package dev.migrate.dialect.mysql;

import dev.migrate.dialect.LeaseSupport;
import dev.migrate.dialect.SessionSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Leases on MySQL and MariaDB, above all on Galera (MariaDB Cluster, Percona XtraDB Cluster), where
 * {@code GET_LOCK} is known to one node alone, or refused.
 *
 * <p>On Galera a transaction is certified when it commits: of two that change the same row on
 * different nodes, the first wins and the other fails as a deadlock. A change of the schema has its
 * place in the order of the whole cluster, and every commit after it waits until it is done.
 *
 * @see <a
 *     href="https://galeracluster.com/library/documentation/certification-based-replication.html">
 *     Certification in Galera's manual</a>
 * @see <a href="https://mariadb.com/kb/en/galera-cluster-system-variables/#wsrep_sync_wait">
 *     wsrep_sync_wait</a>
 */
final class MysqlLeases implements LeaseSupport {

  /** On for a node of a cluster; unknown to servers that cannot be one. */
  private static final String IS_NODE = "SHOW GLOBAL VARIABLES LIKE 'wsrep_on'";

  /** Reads, changes and inserts wait: 1, 2 and 4 of its bits. */
  private static final SessionSetting CAUSALITY =
      new SessionSetting(
          "SELECT @@SESSION.wsrep_sync_wait",
          "SET SESSION wsrep_sync_wait = 7",
          value -> "SET SESSION wsrep_sync_wait = " + value,
          "0");

  /**
   * A lock wait timed out, which NOWAIT does at once in MariaDB; a deadlock, which certification
   * reports too; NOWAIT in MySQL; a row changed since it was read; a rollback at commit by Group
   * Replication.
   */
  private static final Set<Integer> CONFLICTS = Set.of(1205, 1213, 3572, 1020, 3101);

  /** {@code ER_NOT_SUPPORTED_YET}, as some versions of MariaDB answer on a cluster. */
  private static final int NOT_SUPPORTED = 1235;

  @Override
  public String serverTime() {
    return "UTC_TIMESTAMP(6)";
  }

  @Override
  public String serverName() {
    return "CONCAT(@@hostname, ':', @@port)";
  }

  @Override
  public Optional<SessionSetting> clusterSetting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet variable = statement.executeQuery(IS_NODE)) {
      return variable.next() && variable.getString(2).equalsIgnoreCase("ON")
          ? Optional.of(CAUSALITY)
          : Optional.empty();
    }
  }

  @Override
  public boolean isConflict(SQLException failure) {
    return CONFLICTS.contains(failure.getErrorCode());
  }

  /** Percona's message names the variable that forbids the lock; it has no code of its own. */
  @Override
  public boolean isWithoutSessionLocks(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure.getErrorCode() == NOT_SUPPORTED || message.contains("pxc_strict_mode");
  }
}

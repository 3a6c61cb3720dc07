package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.LeaseSupport;
import java.sql.SQLException;
import java.util.Set;

/** Leases on PostgreSQL, which are taken only if the user chooses so. */
final class PostgresqlLeases implements LeaseSupport {

  /**
   * {@code serialization_failure}, {@code deadlock_detected}, {@code lock_not_available}.
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Appendix A.
   *     PostgreSQL Error Codes</a>
   */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

  @Override
  public String serverTime() {
    return "(clock_timestamp() AT TIME ZONE 'UTC')";
  }

  /** A socket has no address. */
  @Override
  public String serverName() {
    return "concat(coalesce(host(inet_server_addr()), 'socket'), ':', current_setting('port'))";
  }

  @Override
  public boolean isConflict(SQLException failure) {
    return CONFLICTS.contains(String.valueOf(failure.getSQLState()));
  }
}

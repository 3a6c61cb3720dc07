package dev.migrate.engine.lease;

import dev.migrate.dialect.LeaseSupport;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.LeaseChoice;
import dev.migrate.engine.context.LeaseChoice.Use;
import dev.migrate.error.UnsupportedByDialectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Decides whether the lock of a call is a lease. */
public final class Leases {

  private Leases() {}

  /**
   * The lease of a call, if it needs one.
   *
   * @throws SQLException if the database cannot be asked
   * @throws UnsupportedByDialectException if a lease was chosen on a database that has none
   */
  public static Optional<LeasedLock> of(CallConnection call) throws SQLException {
    LeaseChoice choice = call.settings().lease();
    Optional<LeaseSupport> support = call.dialect().leases();
    if (choice.use() == Use.NEVER) {
      return Optional.empty();
    } else if (support.isEmpty()) {
      if (choice.use() == Use.ALWAYS) {
        throw new UnsupportedByDialectException(
            "a lease",
            call.dialect().capabilities().database(),
            "leave lease(…) out: one server has all sessions, and its lock ends with them");
      }
      return Optional.empty();
    }
    Optional<SessionSetting> cluster =
        support.orElseThrow().clusterSetting(call.session().connection());
    if (choice.use() == Use.WHERE_NEEDED && cluster.isEmpty()) {
      return Optional.empty();
    } else if (!call.source().isOwner()) {
      throw LeasedLock.refused(
          "a lease needs a second connection, and one was handed over",
          "hand over a DataSource; or call withoutLease(), and let all migrators reach the same"
              + "\nserver");
    }
    List<SessionSetting> settings = cluster.map(List::of).orElse(List.of());
    return Optional.of(new LeasedLock(call, support.orElseThrow(), settings));
  }
}

package dev.migrate.engine.call;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.engine.connect.PlaceKeeper;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.StatementLocks;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.lease.LeasedLock;
import dev.migrate.engine.lease.Leases;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Works under the migration lock. Polls for it, with no transaction open while it waits. */
final class LockedCall {

  private final Session session;
  private final Connection connection;
  private final PlaceKeeper place;
  private final CallConnection call;
  private final Duration timeout;
  private MigrationLock lock;
  private Duration longestPause = LockPauses.LONGEST;

  LockedCall(CallConnection call) {
    this.call = call;
    this.session = call.session();
    this.connection = session.connection();
    this.place = call.place();
    this.lock = call.lock();
    this.timeout = call.settings().lockTimeout();
  }

  <T> T run(Supplier<T> work) {
    try {
      Optional<LeasedLock> lease = lease();
      lease.ifPresent(this::use);
      T result;
      try {
        lease.ifPresent(LeasedLock::prepare);
        acquire();
        try {
          result = work.get();
          place.end();
        } catch (Throwable failure) {
          leaveAfter(failure);
          releaseAfter(failure);
          throw failure;
        }
        release();
      } catch (Throwable failure) {
        lease.ifPresent(held -> held.endAfter(failure));
        throw failure;
      }
      lease.ifPresent(LeasedLock::end);
      return result;
    } catch (DatabaseException failure) {
      throw call.store().explained(failure);
    }
  }

  private Optional<LeasedLock> lease() {
    try {
      return Leases.of(call);
    } catch (SQLException failure) {
      throw Session.failed("the server does not say whether it is part of a cluster", failure);
    }
  }

  private void use(LeasedLock lease) {
    lock = lease;
    longestPause = lease.length().dividedBy(4);
    call.fencedBy(lease);
  }

  private void release() {
    release(lock::release);
  }

  private interface Release {
    boolean on(Connection connection) throws SQLException;
  }

  private void release(Release release) {
    try {
      if (!release.on(connection)) {
        throw lost();
      }
    } catch (SQLException failure) {
      throw new DatabaseException(
          Facts.of("the migration lock could not be given back")
              .with("database", Session.text(failure))
              .with("left", "everything was done before; the lock ends with the session")
              .next("check that the database runs; nothing has to be done again"),
          failure);
    }
  }

  private LockException lost() throws SQLException {
    Optional<String> holder = lock.holder(connection);
    return new LockException(
        Facts.of("this session does not hold the migration lock any more")
            .with("holder", holder.orElse("nobody"))
            .with("left", "everything was done before; another process may have migrated meanwhile")
            .next(
                holder.isPresent()
                    ? "if the holder is a session of a pooler, connect without one, and\n"
                        + lock.remedy()
                    : "leave the lock alone in SQL and code of revisions, and look at history()"));
  }

  private void leaveAfter(Throwable failure) {
    try {
      if (!connection.isClosed()) {
        place.end();
      }
    } catch (SQLException | RuntimeException second) {
      session.abandon();
      failure.addSuppressed(second);
    }
  }

  private void releaseAfter(Throwable failure) {
    try {
      if (!connection.isClosed()) {
        release(isUnused() ? lock::releaseUnused : lock::release);
      }
    } catch (SQLException | RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  /** Whether the call was refused before there was a history, so that it is to leave nothing. */
  private boolean isUnused() {
    try {
      return lock.createsTable() && session.isIdle() && call.store().ids().isEmpty();
    } catch (DatabaseException unknown) {
      return false;
    }
  }

  private void acquire() {
    long begin = System.nanoTime();
    LockPauses pauses =
        new LockPauses(longestPause, bound -> ThreadLocalRandom.current().nextLong(bound));
    try {
      while (!tryAcquire()) {
        Duration left = timeout.minusNanos(System.nanoTime() - begin);
        if (left.isNegative() || left.isZero()) {
          throw taken();
        }
        Thread.sleep(pauses.next(left).toMillis());
      }
    } catch (SQLException failure) {
      throw Session.failed("the migration lock cannot be taken", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LockException(
          Facts.of("interrupted while waiting for another process that migrates")
              .with("left", "nothing was changed by this call")
              .next("call again"),
          interrupted);
    }
  }

  /** A process that migrates can make even the attempt to take the lock fail as busy. */
  private boolean tryAcquire() throws SQLException {
    try {
      return lock.tryAcquire(connection);
    } catch (SQLException failure) {
      if (session.dialect().isBusy(failure)) {
        return false;
      }
      throw failure;
    }
  }

  private LockException taken() throws SQLException {
    Facts facts =
        Facts.of(
            "could not get the migration lock within "
                + seconds(timeout)
                + ": another process is migrating");
    Optional<String> holder = lock.holder(connection);
    facts = holder.isPresent() ? facts.with("holder", holder.orElseThrow()) : facts;
    Optional<String> begun = begun();
    facts = begun.isPresent() ? facts.with("running", begun.orElseThrow()) : facts;
    return new LockException(
        facts
            .with("left", "nothing was changed by this call")
            .next(
                patience()
                    + "wait for the other process and call again, or raise lockTimeout(…);\n"
                    + "if it hangs, "
                    + lock.remedy()));
  }

  /** The holder is assumed to be set up as this process. */
  private String patience() {
    return call.settings()
        .statementLocks()
        .map(StatementLocks::limit)
        .filter(limit -> !timeout.isZero() && limit.compareTo(timeout) > 0)
        .map(
            limit ->
                "it may itself wait "
                    + seconds(limit)
                    + " for a busy table (statementLockLimit):\n")
        .orElse("");
  }

  /** How far the holder is by the history, if it can be read. */
  private Optional<String> begun() {
    try {
      return call.store().read().inFlight().stream().findFirst().flatMap(LockedCall::place);
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> place(HistoryEntry entry) {
    return entry
        .flight()
        .map(flight -> "statement " + flight.statement() + " of revision " + entry.id());
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}

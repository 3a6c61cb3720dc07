package dev.migrate.engine.call;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallContext;
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

  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 2_000;
  private static final Duration LONGEST = Duration.ofMillis(LONGEST_PAUSE);

  private LockedCall() {}

  static <T> T with(CallContext site, Supplier<T> work) {
    MigrationLock lock = site.lock();
    Connection connection = site.session().connection();
    acquire(site, lock);
    T result;
    try {
      result = work.get();
      site.place().end();
    } catch (Throwable failure) {
      leaveAfter(failure, site);
      releaseAfter(failure, lock, connection);
      throw failure;
    }
    release(lock, connection);
    return result;
  }

  private static void release(MigrationLock lock, Connection connection) {
    try {
      if (!lock.release(connection)) {
        throw lost(lock, connection);
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

  private static LockException lost(MigrationLock lock, Connection connection) throws SQLException {
    Optional<String> holder = lock.holder(connection);
    return new LockException(
        Facts.of("this session does not hold the migration lock any more")
            .with("holder", holder.orElse("nobody"))
            .with("left", "everything was done before; another process may have migrated meanwhile")
            .next(
                holder.isPresent()
                    ? "if the holder is a session of a pooler, connect without one, and\n"
                        + lock.remedy()
                    : "leave the lock alone in SQL and code of revisions, and look at history()"),
        null);
  }

  private static void leaveAfter(Throwable failure, CallContext site) {
    try {
      if (!site.session().connection().isClosed()) {
        site.place().end();
      }
    } catch (SQLException | RuntimeException second) {
      site.session().abandon();
      failure.addSuppressed(second);
    }
  }

  private static void releaseAfter(Throwable failure, MigrationLock lock, Connection connection) {
    try {
      if (!connection.isClosed()) {
        release(lock, connection);
      }
    } catch (SQLException | RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private static void acquire(CallContext site, MigrationLock lock) {
    Connection connection = site.session().connection();
    Duration timeout = site.settings().lockTimeout();
    long begin = System.nanoTime();
    long pause = FIRST_PAUSE;
    try {
      while (!tryAcquire(site, lock)) {
        Duration left = timeout.minusNanos(System.nanoTime() - begin);
        if (left.isNegative() || left.isZero()) {
          throw taken(lock, connection, timeout);
        }
        long random = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
        Thread.sleep(left.compareTo(LONGEST) < 0 ? Math.min(random, left.toMillis() + 1) : random);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
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

  /** Whoever migrates may keep others even from asking for the lock. */
  private static boolean tryAcquire(CallContext site, MigrationLock lock) throws SQLException {
    try {
      return lock.tryAcquire(site.session().connection());
    } catch (SQLException failure) {
      if (site.dialect().isBusy(failure)) {
        return false;
      }
      throw failure;
    }
  }

  private static LockException taken(MigrationLock lock, Connection connection, Duration timeout)
      throws SQLException {
    Facts facts =
        Facts.of(
            "could not get the migration lock within "
                + seconds(timeout)
                + ": another process is migrating");
    Optional<String> holder = lock.holder(connection);
    facts = holder.isPresent() ? facts.with("holder", holder.orElseThrow()) : facts;
    return new LockException(
        facts
            .with("left", "nothing was changed by this call")
            .next(
                "wait for the other process and call again, or raise lockTimeout(…);\n"
                    + "if it hangs, "
                    + lock.remedy()),
        null);
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}

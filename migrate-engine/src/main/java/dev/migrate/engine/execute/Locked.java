package dev.migrate.engine.execute;

import dev.migrate.dialect.MigrationLock;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Works under the migration lock. Polls for it, with no transaction open while it waits. */
final class Locked {

  private static final long FIRST_PAUSE = 50;
  private static final long LONGEST_PAUSE = 2_000;
  private static final Duration LONGEST = Duration.ofMillis(LONGEST_PAUSE);

  private Locked() {}

  static <T> T with(Site site, Supplier<T> work) {
    MigrationLock lock = site.dialect().lock(site.settings().table().name());
    Connection connection = site.session().connection();
    acquire(lock, connection, site.settings().lockTimeout());
    T result;
    try {
      result = work.get();
    } catch (Throwable failure) {
      releaseAfter(failure, lock, connection);
      throw failure;
    }
    try {
      lock.release(connection);
    } catch (SQLException failure) {
      throw new DatabaseException(
          Facts.of("the migration lock could not be given back")
              .with("database", Session.text(failure))
              .with("left", "everything was done before; the lock ends with the session")
              .next("check that the database runs; nothing has to be done again"),
          failure);
    }
    return result;
  }

  private static void releaseAfter(Throwable failure, MigrationLock lock, Connection connection) {
    try {
      lock.release(connection);
    } catch (SQLException | RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private static void acquire(MigrationLock lock, Connection connection, Duration timeout) {
    long begin = System.nanoTime();
    long pause = FIRST_PAUSE;
    try {
      while (!lock.tryAcquire(connection)) {
        Duration left = timeout.minusNanos(System.nanoTime() - begin);
        if (left.isNegative() || left.isZero()) {
          throw new LockException(
              Facts.of("somebody else has been migrating this database for " + timeout)
                  .with("left", "nothing was changed by this call")
                  .next("wait for the other process and call again, or raise lockTimeout(…)"),
              null);
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
          Facts.of("interrupted while waiting for somebody else who migrates")
              .with("left", "nothing was changed by this call")
              .next("call again"),
          interrupted);
    }
  }
}

package dev.migrate.engine.lease;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a lease that others have is free by now. Not thread-safe.
 *
 * <p>It is suspected if it has expired by the clock of the server; also if it was not renewed for
 * its whole length, whatever that clock says, which may have been set back. It is free only if it
 * is still not renewed a moment later: a change of the schema on Galera stops the commits of the
 * whole cluster, renewals too, and the holder renews the lease right after it.
 */
final class LeaseWatch {

  private final long grace;
  private @Nullable LeaseRow observed;
  private long observedAt;
  private boolean suspected;
  private long suspectedAt;

  /**
   * A watch that has seen nothing.
   *
   * @param length the length of the own lease
   */
  LeaseWatch(Duration length) {
    this.grace = Math.min(Duration.ofSeconds(1).toNanos(), length.toNanos() / 10);
  }

  /** How long it waits for a sign of life. */
  long grace() {
    return grace;
  }

  /**
   * Whether the lease is free.
   *
   * @param now the lease as it was just read
   * @param begin when it began to be read, by {@link System#nanoTime}; that may have taken long
   */
  boolean isFree(LeaseRow now, long begin) {
    if (now.isFree()) {
      return true;
    }
    LeaseRow before = observed;
    if (before == null || !before.isSame(now)) {
      observed = now;
      observedAt = System.nanoTime();
      suspected = false;
    }
    if (suspected) {
      return begin - suspectedAt >= grace;
    }
    suspected = now.isExpired() || begin - observedAt >= now.length().toNanos();
    suspectedAt = System.nanoTime();
    return false;
  }
}

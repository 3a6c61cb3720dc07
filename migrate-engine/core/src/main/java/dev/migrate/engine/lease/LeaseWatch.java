package dev.migrate.engine.lease;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a lease that others have is free by now. Not thread-safe.
 *
 * <p>It is suspected if it has expired by the clock of the server; also if it was not renewed for
 * its whole length, whatever that clock says, which may have been set back. It is free only if it
 * is still not renewed a moment after a commit: a change of the schema on Galera stops the commits
 * of each node, renewals too, until that node has carried it out. A commit that succeeds shows that
 * this node commits again. The holder's node may need longer, so the moment is as long as this node
 * was seen to stand still.
 */
final class LeaseWatch {

  private final long grace;
  private @Nullable LeaseRow observed;
  private long observedAt;
  private boolean suspected;
  private boolean committed;
  private long committedAt;
  private long stoodStill;

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
   * Says how long this node took for an answer.
   *
   * @param nanos as nanoseconds
   */
  void waited(long nanos) {
    if (nanos > grace) {
      stoodStill += nanos;
    }
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
      stoodStill = before == null ? stoodStill : 0;
      observed = now;
      observedAt = System.nanoTime();
      suspected = false;
      committed = false;
    }
    if (committed) {
      return begin - committedAt >= Math.max(grace, stoodStill);
    }
    suspected = suspected || now.isExpired() || begin - observedAt >= now.length().toNanos();
    return false;
  }

  /** Whether the lease is suspected, and a commit has to show that there can be renewals. */
  boolean needsCommit() {
    return suspected && !committed;
  }

  /** Says that a commit has succeeded. */
  void committed() {
    committed = true;
    committedAt = System.nanoTime();
  }
}

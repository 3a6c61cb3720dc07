package dev.migrate.engine.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a lease that somebody has may be taken over. Times are simulated, nothing waits. */
class LeaseWatchTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 5, 1, 12, 0);
  private static final Duration LENGTH = Duration.ofSeconds(30);

  private final LeaseWatch watch = new LeaseWatch(LENGTH);

  private static LeaseRow row(Optional<String> holder, LocalDateTime expires, long renewals) {
    return new LeaseRow(
        NOW,
        7,
        holder,
        Optional.of(NOW.minusMinutes(1)),
        Optional.of(expires),
        LENGTH,
        renewals,
        Optional.empty());
  }

  private static LeaseRow expired(long renewals) {
    return row(Optional.of("another"), NOW.minusSeconds(1), renewals);
  }

  private static LeaseRow valid(long renewals) {
    return row(Optional.of("another"), NOW.plusSeconds(20), renewals);
  }

  private static long in(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  @Test
  void aLeaseThatNobodyHasIsFree() {
    assertTrue(watch.isFree(row(Optional.empty(), NOW, 1), in(Duration.ZERO)));
    assertFalse(watch.needsCommit());
  }

  @Test
  void aValidLeaseIsNotSuspected() {
    assertFalse(watch.isFree(valid(1), in(Duration.ZERO)));
    assertFalse(watch.isFree(valid(1), in(LENGTH.dividedBy(2))));
    assertFalse(watch.needsCommit());
  }

  @Test
  void anExpiredLeaseIsFreeAMomentAfterACommit() {
    assertFalse(watch.isFree(expired(1), in(Duration.ZERO)));
    assertTrue(watch.needsCommit());
    watch.committed();
    assertFalse(watch.needsCommit());
    assertFalse(watch.isFree(expired(1), in(Duration.ZERO)));
    assertTrue(watch.isFree(expired(1), in(Duration.ofSeconds(2))));
  }

  /** The cluster does not commit meanwhile, so its holder cannot renew it. */
  @Test
  void withoutACommitAnExpiredLeaseIsNeverFree() {
    for (int minutes = 0; minutes < 60; minutes++) {
      assertFalse(watch.isFree(expired(1), in(Duration.ofMinutes(minutes))));
      assertTrue(watch.needsCommit());
    }
  }

  /** The node of the holder may take longer for the same change of the schema. */
  @Test
  void whoWaitedForAStandstillWaitsAsLongForTheHolder() {
    assertFalse(watch.isFree(valid(1), in(Duration.ZERO)));
    watch.waited(Duration.ofMinutes(5).toNanos());
    assertFalse(watch.isFree(expired(1), in(Duration.ZERO)));
    watch.waited(Duration.ofMinutes(5).toNanos());
    watch.committed();
    assertFalse(watch.isFree(expired(1), in(Duration.ofMinutes(9))));
    assertTrue(watch.isFree(expired(1), in(Duration.ofMinutes(11))));
  }

  /** The first statement of all may be the one that waits. */
  @Test
  void aStandstillBeforeTheLeaseWasReadCounts() {
    watch.waited(Duration.ofMinutes(5).toNanos());
    assertFalse(watch.isFree(expired(1), in(Duration.ZERO)));
    watch.committed();
    assertFalse(watch.isFree(expired(1), in(Duration.ofMinutes(4))));
    assertTrue(watch.isFree(expired(1), in(Duration.ofMinutes(6))));
  }

  @Test
  void aStandstillBeforeARenewalDoesNotCount() {
    assertFalse(watch.isFree(valid(1), in(Duration.ZERO)));
    watch.waited(Duration.ofMinutes(5).toNanos());
    assertFalse(watch.isFree(expired(2), in(Duration.ZERO)));
    watch.committed();
    assertTrue(watch.isFree(expired(2), in(Duration.ofSeconds(2))));
  }

  @Test
  void aRenewalAfterTheCommitEndsTheSuspicion() {
    assertFalse(watch.isFree(expired(1), in(Duration.ZERO)));
    watch.committed();
    assertFalse(watch.isFree(valid(2), in(Duration.ofSeconds(2))));
    assertFalse(watch.needsCommit());
    assertFalse(watch.isFree(expired(2), in(Duration.ofSeconds(5))));
    assertTrue(watch.needsCommit());
    assertFalse(watch.isFree(expired(2), in(Duration.ofSeconds(9))));
  }

  /** Whatever the clock of the server says, which may have been set back. */
  @Test
  void aLeaseThatIsNotRenewedForItsLengthIsSuspected() {
    assertFalse(watch.isFree(valid(1), in(Duration.ZERO)));
    assertFalse(watch.isFree(valid(1), in(LENGTH.plusSeconds(1))));
    assertTrue(watch.needsCommit());
  }

  @Test
  void aMomentIsATenthOfAShortLease() {
    assertEquals(TimeUnit.MILLISECONDS.toNanos(200), new LeaseWatch(Duration.ofSeconds(2)).grace());
    assertEquals(TimeUnit.SECONDS.toNanos(1), new LeaseWatch(Duration.ofMinutes(2)).grace());
  }
}

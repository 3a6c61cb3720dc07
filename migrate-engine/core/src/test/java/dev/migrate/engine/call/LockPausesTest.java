package dev.migrate.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How soon a process takes over from one that was killed: it tries again after each pause, and
 * takes the lock at its first or second attempt after the database knows that the holder is gone
 * ({@code TakeOverContract}). So two of the longest pauses are the longest time.
 */
class LockPausesTest {

  private static final Duration LONG = Duration.ofHours(1);

  private static final LongUnaryOperator GREATEST = bound -> bound - 1;

  private static List<Long> pauses(Duration most, LongUnaryOperator random) {
    LockPauses pauses = new LockPauses(most, random);
    return Stream.generate(() -> pauses.next(LONG).toMillis()).limit(8).toList();
  }

  @Test
  void twoPausesAreTwoSecondsAtMost() {
    assertThat(LockPauses.LONGEST.multipliedBy(2)).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void pausesGrowUpToTheLongest() {
    assertThat(pauses(LockPauses.LONGEST, GREATEST))
        .containsExactly(50L, 100L, 200L, 400L, 800L, 1000L, 1000L, 1000L);
    assertThat(pauses(LONG, GREATEST)).isEqualTo(pauses(LockPauses.LONGEST, GREATEST));
  }

  @Test
  void aPauseIsHalfAsLongAtLeast() {
    assertThat(pauses(LONG, bound -> 0))
        .containsExactly(25L, 50L, 100L, 200L, 400L, 500L, 500L, 500L);
  }

  @Test
  void aShortLeaseShortensThePauses() {
    assertThat(pauses(Duration.ofMillis(250), GREATEST)).endsWith(250L, 250L);
  }

  /** The last attempt is made right after the time that may be waited. */
  @Test
  void noPauseIsLongerThanWhatIsLeft() {
    Random random = new Random(1);
    LockPauses pauses = new LockPauses(LONG, random::nextLong);
    for (int left = 900; left >= 0; left -= 100) {
      assertThat(pauses.next(Duration.ofMillis(left)).toMillis()).isBetween(0L, left + 1L);
    }
  }
}

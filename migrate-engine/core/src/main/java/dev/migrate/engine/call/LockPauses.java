package dev.migrate.engine.call;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * The pauses between attempts to take the migration lock. They grow, and differ from process to
 * process. None is longer than {@link #LONGEST}, so that much after the lock is free at most, the
 * next attempt begins. Not thread-safe.
 */
final class LockPauses {

  /** The first pause. */
  static final Duration SHORTEST = Duration.ofMillis(50);

  /** The longest pause. */
  static final Duration LONGEST = Duration.ofSeconds(1);

  private final long most;
  private final LongUnaryOperator random;
  private long next = SHORTEST.toMillis();

  /**
   * Pauses that have not begun.
   *
   * @param most the longest pause, if that is shorter than {@link #LONGEST}
   * @param random a number from 0 up to, and without, the one that is given
   */
  LockPauses(Duration most, LongUnaryOperator random) {
    this.most = Math.min(LONGEST.toMillis(), most.toMillis());
    this.random = random;
  }

  /**
   * The next pause, from half of what it has grown to up to all of it.
   *
   * @param left how long may be waited at all; after the pause, one attempt more is made
   */
  Duration next(Duration left) {
    long pause = next / 2 + random.applyAsLong(next / 2 + 1);
    next = Math.min(2 * next, most);
    return left.compareTo(LONGEST) < 0
        ? Duration.ofMillis(Math.min(pause, left.toMillis() + 1))
        : Duration.ofMillis(pause);
  }
}

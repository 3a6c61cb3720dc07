package dev.migrate.engine.context;

import dev.migrate.error.DefinitionException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long statements wait for locks of other sessions. Immutable.
 *
 * @param timeout how long one attempt waits
 * @param limit how long all attempts of one statement, or of one revision in a transaction, take
 */
public record StatementLocks(Duration timeout, Duration limit) {

  /** Where the user chooses nothing. */
  public static final StatementLocks USUAL =
      new StatementLocks(Duration.ofSeconds(5), Duration.ofMinutes(2));

  /** How much longer others wait for the migration lock than its holder can keep still. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Checks that one attempt fits. */
  public StatementLocks {
    if (limit.compareTo(timeout) < 0) {
      throw new DefinitionException(
          "the statement lock limit " + limit + " is shorter than the timeout " + timeout,
          "raise statementLockLimit(…), which all attempts share, or lower"
              + " statementLockTimeout(…)");
    }
  }

  /**
   * The two times, where the one that is given adapts the other.
   *
   * @param timeout null if none was given
   * @param limit null if none was given
   * @throws DefinitionException if the limit is shorter than the timeout
   */
  public static StatementLocks of(@Nullable Duration timeout, @Nullable Duration limit) {
    if (timeout != null && limit != null) {
      return new StatementLocks(timeout, limit);
    } else if (timeout != null) {
      return new StatementLocks(timeout, longer(USUAL.limit, timeout));
    } else if (limit != null) {
      return new StatementLocks(shorter(USUAL.timeout, limit), limit);
    }
    return USUAL;
  }

  /**
   * How long a process waits for the migration lock unless told otherwise: longer than the holder
   * waits for a busy table, and than the lease of a killed one stays, so that the others do not
   * fail meanwhile.
   *
   * @param locks the waiting of the holder; the usual one is assumed if it has no limit
   * @param lease the lease, whether there is one or not
   */
  public static Duration usualLockTimeout(Optional<StatementLocks> locks, LeaseChoice lease) {
    return longer(locks.orElse(USUAL).limit, lease.length()).plus(MARGIN);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}

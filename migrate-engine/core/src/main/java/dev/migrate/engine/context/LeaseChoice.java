package dev.migrate.engine.context;

import dev.migrate.error.DefinitionException;
import java.time.Duration;

/**
 * Whether the lock is a lease. Immutable.
 *
 * @param use when there is a lease
 * @param length for how long a lease is valid unless it is renewed
 */
public record LeaseChoice(Use use, Duration length) {

  /** When there is a lease. */
  public enum Use {
    /** On clusters whose session locks are known to one server alone. */
    WHERE_NEEDED,
    /** Always. */
    ALWAYS,
    /** Never. */
    NEVER
  }

  /** The shortest lease: it is renewed every third of it, over the network. */
  public static final Duration SHORTEST = Duration.ofSeconds(1);

  /** The longest: so long everybody waits after the holder was killed. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** Where the user chooses nothing. */
  public static final LeaseChoice USUAL = new LeaseChoice(Use.WHERE_NEEDED, Duration.ofSeconds(30));

  /** Checks the length. */
  public LeaseChoice {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new DefinitionException(
          "a lease of " + length.toMillis() + " ms is too " + (isShort(length) ? "short" : "long"),
          isShort(length)
              ? "give 1 s or more: it is renewed every third of its length"
              : "give an hour or less: so long everybody waits after its holder was killed");
    }
  }

  private static boolean isShort(Duration length) {
    return length.compareTo(SHORTEST) < 0;
  }
}

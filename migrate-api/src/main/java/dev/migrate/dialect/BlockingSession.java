package dev.migrate.dialect;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Another session that may hold a lock for which a statement waited, or a prepared transaction,
 * which keeps its locks without a session. Immutable.
 *
 * @param description the session in words, as far as the user may see it: {@code process 4711 of
 *     the user app from 10.0.0.7, idle in transaction since 12:04:11}
 * @param remedy the statement that ends it; empty if there is none
 * @param isAlike whether it has the user, the address and the application of the session that asks,
 *     so that it may belong to the same process
 * @param idle how long it has executed nothing although its transaction is open; empty if it is at
 *     work, or this is not known
 */
public record BlockingSession(
    String description, Optional<String> remedy, boolean isAlike, Optional<Duration> idle) {

  /** Checks for null. */
  public BlockingSession {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(idle, "idle");
  }

  @Override
  public String toString() {
    return description;
  }
}

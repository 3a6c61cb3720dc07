package dev.migrate.picture.page;

import dev.migrate.error.MigrateException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found out, or why it could not be. Immutable.
 *
 * @param value what was found out
 * @param problem the message of the error; empty if there is a value
 */
public record Finding<T>(Optional<T> value, String problem) {

  /** Asks, and keeps the message if the answer is an error of this library. */
  public static <T> Finding<T> of(Supplier<T> question) {
    try {
      return new Finding<>(Optional.of(question.get()), "");
    } catch (MigrateException refused) {
      return new Finding<>(Optional.empty(), refused.getMessage());
    }
  }
}

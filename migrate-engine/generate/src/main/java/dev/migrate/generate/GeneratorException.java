package dev.migrate.generate;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/** A revision cannot be generated or written. */
public final class GeneratorException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public GeneratorException(Facts facts) {
    this(facts, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param cause the cause; null if there is none
   */
  public GeneratorException(Facts facts, @Nullable Throwable cause) {
    super(facts, cause);
  }
}

package dev.migrate.report;

import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Another process is migrating, or may still be executing a statement, and did not end in time.
 * Nothing was changed; call again later.
 */
public final class LockException extends RunException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   */
  public LockException(Facts facts) {
    this(facts, Done.NOTHING, null);
  }

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param cause the failure underneath, if there is one
   */
  public LockException(Facts facts, @Nullable Throwable cause) {
    this(facts, Done.NOTHING, cause);
  }

  private LockException(Facts facts, Done done, @Nullable Throwable cause) {
    super(facts, done, cause);
  }

  @Override
  LockException copy(Facts same, Done before) {
    return new LockException(same, before, getCause());
  }
}

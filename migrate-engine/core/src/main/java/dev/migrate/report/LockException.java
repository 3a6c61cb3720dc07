package dev.migrate.report;

import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The migration lock could not be acquired in time, because another process is migrating or may
 * still be executing a statement; or it was lost, because a lease was not renewed in time. The
 * message says what was changed; try again later.
 */
public final class LockException extends RunException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public LockException(Facts facts) {
    this(facts, Done.NOTHING, null);
  }

  /**
   * Creates the exception.
   *
   * @param cause the cause; null if there is none
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

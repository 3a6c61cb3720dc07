package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else migrates, or may still be executing a statement, and did not end in time. Nothing
 * was changed; call again later.
 */
public final class LockException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param cause the failure underneath, if there is one
   */
  public LockException(Facts facts, @Nullable Throwable cause) {
    super(facts, cause);
  }
}

package dev.migrate.report;

import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used: no connection, a closed or read-only connection, one inside a
 * transaction, no dialect, or a catalogue or history that cannot be read. Nothing was changed
 * unless the message says so.
 */
public final class DatabaseException extends RunException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public DatabaseException(Facts facts) {
    this(facts, Done.NOTHING, null);
  }

  /**
   * Creates the exception.
   *
   * @param cause the cause; null if there is none
   */
  public DatabaseException(Facts facts, @Nullable Throwable cause) {
    this(facts, Done.NOTHING, cause);
  }

  private DatabaseException(Facts facts, Done done, @Nullable Throwable cause) {
    super(facts, done, cause);
  }

  @Override
  DatabaseException copy(Facts same, Done before) {
    return new DatabaseException(same, before, getCause());
  }
}

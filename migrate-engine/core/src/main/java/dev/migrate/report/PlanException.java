package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * A revision cannot run or be undone: an operation does not fit the schema or is not supported by
 * the database, or a downgrade cannot restore the previous state. Detected before anything runs.
 */
public final class PlanException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient RevisionId revision;

  /** Creates the exception. */
  public PlanException(Facts facts, RevisionId revision) {
    this(facts, revision, null);
  }

  /**
   * Creates the exception.
   *
   * @param cause the cause; null if there is none
   */
  public PlanException(Facts facts, RevisionId revision, @Nullable Throwable cause) {
    super(facts, cause);
    this.revision = revision;
  }

  /** The revision. */
  public RevisionId revision() {
    return revision;
  }
}

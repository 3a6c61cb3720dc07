package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * A revision that cannot run, or cannot be undone, as things are: an operation that does not fit
 * the schema, one that the database cannot do, a downgrade that cannot restore what was. Found
 * before anything runs.
 */
public final class PlanException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient RevisionId revision;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revision the revision
   */
  public PlanException(Facts facts, RevisionId revision) {
    this(facts, revision, null);
  }

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revision the revision
   * @param cause the failure underneath, if there is one
   */
  public PlanException(Facts facts, RevisionId revision, @Nullable Throwable cause) {
    super(facts, cause);
    this.revision = revision;
  }

  /**
   * The revision.
   *
   * @return the revision
   */
  public RevisionId revision() {
    return revision;
  }
}

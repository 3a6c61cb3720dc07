package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of the database does not agree with the code: a revision changed after it was
 * applied, is unknown, or the history is missing where it should be. Nothing was changed.
 */
public final class HistoryException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient List<RevisionId> revisions;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revisions the revisions concerned, possibly none
   * @param cause the failure underneath, if there is one
   */
  public HistoryException(Facts facts, List<RevisionId> revisions, @Nullable Throwable cause) {
    super(facts, cause);
    this.revisions = List.copyOf(revisions);
  }

  /**
   * The revisions concerned, possibly none.
   *
   * @return the revisions concerned, possibly none
   */
  public List<RevisionId> revisions() {
    return revisions;
  }
}

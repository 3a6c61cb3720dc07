package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of the database does not agree with the code: a revision was changed after it was
 * applied, is missing below an applied one, is unknown, or the history is missing where it should
 * be. Nothing was changed.
 */
public final class HistoryException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient List<RevisionId> revisions;
  private final transient List<Conflict> conflicts;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revisions the revisions concerned, possibly none
   */
  public HistoryException(Facts facts, List<RevisionId> revisions) {
    this(facts, revisions, List.of(), null);
  }

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revisions the revisions concerned, possibly none
   * @param cause the failure underneath, if there is one
   */
  public HistoryException(Facts facts, List<RevisionId> revisions, @Nullable Throwable cause) {
    this(facts, revisions, List.of(), cause);
  }

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revisions the revisions concerned, possibly none
   * @param conflicts which of them are in conflict, and over what
   * @param cause the failure underneath, if there is one
   */
  public HistoryException(
      Facts facts,
      List<RevisionId> revisions,
      List<Conflict> conflicts,
      @Nullable Throwable cause) {
    super(facts, cause);
    this.revisions = List.copyOf(revisions);
    this.conflicts = List.copyOf(conflicts);
  }

  /**
   * The revisions concerned.
   *
   * @return the revisions, possibly none
   */
  public List<RevisionId> revisions() {
    return revisions;
  }

  /**
   * Where a revision is missing below applied ones, or was applied on the wrong side of another:
   * the pairs whose order matters, each with what the two meet in.
   *
   * @return the conflicts; empty where something else is wrong
   */
  public List<Conflict> conflicts() {
    return conflicts;
  }
}

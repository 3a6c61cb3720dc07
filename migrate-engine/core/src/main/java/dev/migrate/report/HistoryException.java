package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The history of the database does not match the code: a revision was changed after it was applied,
 * is missing below an applied one, or is unknown, or the whole history is missing. Nothing was
 * changed.
 */
public final class HistoryException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient List<RevisionId> revisions;
  private final transient List<Conflict> conflicts;

  /**
   * Creates the exception.
   *
   * @param revisions the affected revisions, possibly none
   */
  public HistoryException(Facts facts, List<RevisionId> revisions) {
    this(facts, revisions, List.of(), null);
  }

  /**
   * Creates the exception.
   *
   * @param revisions the affected revisions, possibly none
   * @param cause the cause; null if there is none
   */
  public HistoryException(Facts facts, List<RevisionId> revisions, @Nullable Throwable cause) {
    this(facts, revisions, List.of(), cause);
  }

  /**
   * Creates the exception.
   *
   * @param revisions the affected revisions, possibly none
   * @param cause the cause; null if there is none
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
   * The affected revisions.
   *
   * @return the revisions, possibly none
   */
  public List<RevisionId> revisions() {
    return revisions;
  }

  /**
   * If a revision is missing below applied ones, or was applied on the wrong side of another: the
   * pairs whose order matters, with the cells that both access.
   *
   * @return the conflicts; empty for other problems
   */
  public List<Conflict> conflicts() {
    return conflicts;
  }
}

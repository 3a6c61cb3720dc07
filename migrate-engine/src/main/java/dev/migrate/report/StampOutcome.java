package dev.migrate.report;

import dev.migrate.RevisionId;
import java.util.List;

/**
 * What a stamp recorded; nothing ran. Immutable and thread-safe.
 *
 * @param recorded the revisions that count as applied now and did not before, in order
 * @param removed the revisions that counted as applied, or had begun, and do not any more
 */
public record StampOutcome(List<RevisionId> recorded, List<RevisionId> removed) {

  /** Copies. */
  public StampOutcome {
    recorded = List.copyOf(recorded);
    removed = List.copyOf(removed);
  }

  /**
   * Whether the history said the same before.
   *
   * @return true if nothing was recorded or removed
   */
  public boolean isEmpty() {
    return recorded.isEmpty() && removed.isEmpty();
  }

  @Override
  public String toString() {
    if (isEmpty()) {
      return "nothing to record";
    }
    String added = recorded.isEmpty() ? "" : "recorded as applied: " + words(recorded);
    String gone = removed.isEmpty() ? "" : "recorded as not applied: " + words(removed);
    return added + (added.isEmpty() || gone.isEmpty() ? "" : "; ") + gone;
  }

  private static String words(List<RevisionId> ids) {
    return String.join(", ", ids.stream().map(RevisionId::value).toList());
  }
}

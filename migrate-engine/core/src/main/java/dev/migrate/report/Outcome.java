package dev.migrate.report;

import dev.migrate.RevisionId;
import java.time.Duration;
import java.util.List;

/**
 * The result of a call. Immutable and thread-safe.
 *
 * @param direction the direction
 * @param revisions the revisions that ran, in order; empty if there was nothing to do
 * @param unknown applied revisions that the code does not have: the database is ahead of the code
 * @param duration the time from opening the connection to its return
 */
public record Outcome(
    Direction direction, List<RevisionId> revisions, List<RevisionId> unknown, Duration duration) {

  /** Copies. */
  public Outcome {
    revisions = List.copyOf(revisions);
    unknown = List.copyOf(unknown);
  }

  /** Whether there was nothing to do. */
  public boolean isEmpty() {
    return revisions.isEmpty();
  }

  @Override
  public String toString() {
    String what = direction == Direction.UP ? "upgraded " : "downgraded ";
    String ids = String.join(", ", revisions.stream().map(RevisionId::value).toList());
    String done = revisions.isEmpty() ? "nothing to do" : what + ids;
    return done
        + " in "
        + duration.toMillis()
        + " ms"
        + (unknown.isEmpty() ? "" : "; unknown to the code: " + unknown);
  }
}

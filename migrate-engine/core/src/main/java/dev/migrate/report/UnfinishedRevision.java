package dev.migrate.report;

import dev.migrate.RevisionId;
import java.util.Objects;

/**
 * A revision that began to be upgraded or downgraded and has not ended: a process does it now, or
 * died while it did. Immutable and thread-safe.
 *
 * @param name the simple name of its class; its id if it is a value or not in the code
 * @param direction where it is going
 * @param statement the number of the statement that may be running, from 1; those before it are
 *     done
 */
public record UnfinishedRevision(
    RevisionId revision, String name, Direction direction, int statement) {

  /** Checks for null. */
  public UnfinishedRevision {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(direction, "direction");
  }

  @Override
  public String toString() {
    return revision.titled(name)
        + (direction == Direction.UP ? " going up" : " going down")
        + " at statement "
        + statement;
  }
}

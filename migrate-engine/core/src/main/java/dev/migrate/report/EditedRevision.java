package dev.migrate.report;

import dev.migrate.RevisionId;
import java.util.Objects;

/**
 * An applied revision whose operations mean something else now than when it was applied. Immutable
 * and thread-safe.
 *
 * @param name the simple name of its class; its id if it is a value
 * @param difference the operations that differ, in words, one below the other
 */
public record EditedRevision(RevisionId revision, String name, String difference) {

  /** Checks for null. */
  public EditedRevision {
    Objects.requireNonNull(revision, "revision");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(difference, "difference");
  }

  @Override
  public String toString() {
    return revision.titled(name) + "\n" + difference;
  }
}

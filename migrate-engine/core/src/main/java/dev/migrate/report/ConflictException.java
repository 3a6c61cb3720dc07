package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import java.util.List;

/**
 * Parallel revisions are in conflict, or may be. Detected before anything ran; carries all
 * conflicts.
 */
public final class ConflictException extends MigrateException {

  private static final long serialVersionUID = 1L;
  private static final int PRINTED = 20;

  private final transient List<Conflict> conflicts;

  /**
   * Creates the exception.
   *
   * @param conflicts the conflicts, one or more
   */
  public ConflictException(List<Conflict> conflicts) {
    super(facts(conflicts));
    this.conflicts = List.copyOf(conflicts);
  }

  /**
   * All conflicts.
   *
   * @return the conflicts, never empty
   */
  public List<Conflict> conflicts() {
    return conflicts;
  }

  private static Facts facts(List<Conflict> conflicts) {
    int count = conflicts.size();
    Facts facts = Facts.of(count + (count == 1 ? " conflict" : " conflicts") + " between branches");
    for (Conflict conflict : conflicts.subList(0, Math.min(count, PRINTED))) {
      facts = facts.with("conflict", conflict.toString());
    }
    if (count > PRINTED) {
      facts = facts.with("and", (count - PRINTED) + " more");
    }
    return facts
        .with("left", "nothing ran")
        .next("solve each in one of the ways above, and call again");
  }
}

package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a team allows its branches. Immutable.
 *
 * @param accepted the pairs that may run in any order all the same, each with the reason
 */
public record Policy(Map<Set<RevisionId>, String> accepted) {

  /** Copies. */
  public Policy {
    accepted = Map.copyOf(accepted);
  }

  /**
   * By what branches are judged.
   *
   * @param dialect the database; empty where none is known, so that the strictest counts
   * @return the terms
   */
  public ConflictRules terms(Optional<Dialect> dialect) {
    return dialect
        .map(known -> ConflictRules.of(known, accepted))
        .orElseGet(() -> ConflictRules.strictest(accepted));
  }
}

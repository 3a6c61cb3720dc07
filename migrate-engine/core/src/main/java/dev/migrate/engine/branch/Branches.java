package dev.migrate.engine.branch;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.report.Conflict;
import dev.migrate.schema.DialectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is in conflict among the revisions of the code, whatever is applied anywhere. */
public final class Branches {

  private Branches() {}

  /**
   * Judges all revisions without a database.
   *
   * @param known the revisions
   * @param policy what the team allows
   * @param dialect the dialect, if it is known; otherwise the strictest names count
   * @return the conflicts, possibly none
   */
  public static List<Conflict> conflicts(
      CodeRevisions known, Policy policy, Optional<Dialect> dialect) {
    List<DialectName> names = dialect.map(Dialect::names).orElse(List.of());
    AppliedState situation =
        new AppliedState(known, List.of(), Set.of(), id -> known.recording(id, names), names);
    return new ConflictFinder(situation, policy.terms(dialect)).all();
  }
}

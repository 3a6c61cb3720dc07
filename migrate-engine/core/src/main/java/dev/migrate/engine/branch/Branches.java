package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.RecordedHistory;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is in conflict among the revisions of the code, whatever is applied anywhere. */
public final class Branches {

  private Branches() {}

  /**
   * Compares all revisions with each other, without a database.
   *
   * @param accepted the pairs that may run in any order all the same, each with the reason
   * @param dialect the dialect, if it is known; otherwise the strictest rules for names count
   */
  public static List<Conflict> conflicts(
      CodeRevisions known, Map<Set<RevisionId>, String> accepted, Optional<Dialect> dialect) {
    List<DialectName> names = dialect.map(Dialect::names).orElse(List.of());
    AppliedState state = new AppliedState(known, RecordedHistory.NONE, Set.of(), names);
    return new ConflictFinder(state, ConflictRules.of(dialect, accepted)).all();
  }

  /**
   * The schema that all revisions make together.
   *
   * @param dialect the names of the dialect, the most specific first
   * @throws ConflictException if revisions are in conflict
   * @throws dev.migrate.report.PlanException if an operation does not fit
   */
  public static Schema schema(CodeRevisions known, ConflictRules rules, List<DialectName> dialect) {
    AppliedState none = new AppliedState(known, RecordedHistory.NONE, Set.of(), dialect);
    List<Conflict> conflicts = new ConflictFinder(none, rules).all();
    if (!conflicts.isEmpty()) {
      throw new ConflictException(conflicts);
    }
    Set<RevisionId> all = Set.copyOf(known.graph().order());
    AppliedState whole = new AppliedState(known, RecordedHistory.NONE, all, dialect);
    return new Planner(whole).appliedWithout(Set.of());
  }
}

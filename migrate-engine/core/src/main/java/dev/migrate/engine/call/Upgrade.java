package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictFinder;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.check.AppliedOrder;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.plan.AppliedRevision;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import java.util.List;

/**
 * An upgrade.
 *
 * @param targets what it leads to
 */
public record Upgrade(List<Target> targets) implements Migration {

  @Override
  public Direction direction() {
    return Direction.UP;
  }

  @Override
  public List<RevisionId> revisions(AppliedState state) {
    return state.targets().upgrade(targets);
  }

  /** Refuses conflicts, also with revisions that only the history knows. */
  @Override
  public void requireNoConflict(
      AppliedState state, ConflictRules rules, List<RevisionId> revisions) {
    List<Conflict> conflicts = new ConflictFinder(state, rules).pending(revisions);
    if (!conflicts.isEmpty()) {
      throw new ConflictException(conflicts);
    }
  }

  @Override
  public Plan plan(AppliedState state, ConflictRules rules, List<RevisionId> revisions) {
    requireNoConflict(state, rules, revisions);
    Plan plan = new Planner(state).upgrade(revisions);
    requireCanonical(state, plan);
    return plan;
  }

  /** Whatever the order, the schema must be the one of the canonical order after the upgrade. */
  private static void requireCanonical(AppliedState state, Plan plan) {
    List<AppliedRevision> order = AppliedRevision.with(state.inOrder(), plan);
    AppliedState after = state.withApplied(AppliedRevision.ids(order));
    if (plan.revisions().stream().noneMatch(state.missing()::contains)) {
      AppliedOrder.requireDefined(order, after);
    } else {
      AppliedOrder.requireAfter(order, after);
    }
  }
}

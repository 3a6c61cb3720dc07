package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.report.Direction;
import dev.migrate.report.Plan;
import java.util.List;

/**
 * A downgrade.
 *
 * @param target what stays
 */
public record Downgrade(Target target) implements Migration {

  @Override
  public Direction direction() {
    return Direction.DOWN;
  }

  @Override
  public List<RevisionId> revisions(AppliedState state) {
    return state.targets().downgrade(target);
  }

  /** What is applied has run together: nothing is in conflict. */
  @Override
  public void requireNoConflict(
      AppliedState state, ConflictRules rules, List<RevisionId> revisions) {}

  @Override
  public Plan plan(AppliedState state, ConflictRules rules, List<RevisionId> revisions) {
    return new Planner(state).downgrade(revisions);
  }
}

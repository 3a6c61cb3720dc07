package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Variation;
import dev.migrate.report.Direction;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a stamp: revisions that are recorded as applied or not, and run nothing. Immutable.
 *
 * @param state what is recorded before
 */
record RecordedSteps(AppliedState state) {

  /** First what is removed, the last one first, and then what is added. */
  List<PlanStep> to(Set<RevisionId> wanted) {
    List<RevisionId> removed = new ArrayList<>();
    List<RevisionId> added = new ArrayList<>();
    for (RevisionId id : state.graph().order()) {
      boolean isApplied = state.applied().contains(id);
      if (isApplied != wanted.contains(id)) {
        (isApplied ? removed : added).add(id);
      }
    }
    Collections.reverse(removed);
    Set<RevisionId> present = new HashSet<>(state.applied());
    List<PlanStep> steps = new ArrayList<>();
    for (RevisionId id : removed) {
      present.remove(id);
      steps.add(step(Direction.DOWN, id, present));
    }
    for (RevisionId id : added) {
      steps.add(step(Direction.UP, id, present));
      present.add(id);
    }
    return steps;
  }

  private PlanStep step(Direction direction, RevisionId id, Set<RevisionId> present) {
    Variation variation = state.variation(id, present::contains);
    Optional<RevisionId> variant = variation.after();
    return new PlanStep(
        direction,
        state.graph().lineage(id),
        state.name(id),
        variation.recording(),
        variant,
        List.of(),
        Schema.empty(),
        Schema.empty(),
        List.of(),
        List.of());
  }
}

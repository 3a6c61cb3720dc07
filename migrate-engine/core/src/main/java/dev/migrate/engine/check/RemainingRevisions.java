package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedRevision;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.Planner;
import dev.migrate.error.Facts;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.Footprint;
import dev.migrate.report.PlanException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stays applied though it ran after something that is undone, and no edge of the graph says
 * so: revisions of another application, and those of which the history has an edge that the code no
 * longer has. They must not need what is undone.
 */
public final class RemainingRevisions {

  private final AppliedState state;

  private RemainingRevisions(AppliedState state) {
    this.state = state;
  }

  /** Refuses to undo what a revision that stays still needs. */
  public static void require(
      CodeRevisions known, History history, AppliedState state, List<RevisionId> chosen) {
    Set<RevisionId> foreign = state.foreign();
    boolean isEdited = !RecordedEdges.edited(known, history).isEmpty();
    Set<RevisionId> undone = Set.copyOf(chosen);
    if (undone.isEmpty() || (foreign.isEmpty() && !isEdited)) {
      return;
    }
    Map<RevisionId, Set<RevisionId>> before = new LinkedHashMap<>();
    Set<RevisionId> earlier = new LinkedHashSet<>();
    for (RevisionId id : AppliedRevision.ids(state.inOrder())) {
      if (undone.contains(id)) {
        earlier.add(id);
      } else if (foreign.contains(id)) {
        before.put(id, Set.copyOf(earlier));
      } else if (isEdited) {
        Set<RevisionId> recorded = RecordedEdges.recordedBefore(id, history);
        recorded.retainAll(earlier);
        before.put(id, recorded);
      }
    }
    before.values().removeIf(Set::isEmpty);
    if (!before.isEmpty()) {
      new RemainingRevisions(state).require(before);
    }
  }

  private void require(Map<RevisionId, Set<RevisionId>> before) {
    Map<RevisionId, Footprint> footprints = new Planner(state).footprints();
    before.forEach((stays, all) -> all.forEach(goes -> requireApart(stays, goes, footprints)));
  }

  private void requireApart(
      RevisionId stays, RevisionId goes, Map<RevisionId, Footprint> footprints) {
    Footprint one = footprints.getOrDefault(stays, Footprint.NONE);
    Footprint other = footprints.getOrDefault(goes, Footprint.NONE);
    Optional<Cell> cell =
        one.clashesWith(other).stream().filter(each -> each.aspect() != Aspect.NAME).findFirst();
    if (cell.isPresent()) {
      boolean isKnown = state.isKnown(stays);
      throw new PlanException(
          Facts.of("revision " + goes + " cannot be undone while " + stays + " is applied")
              .with(
                  "because",
                  stays
                      + (isKnown
                          ? " ran after it, by the history"
                          : ", which this code does not know, ran after it")
                      + ", and both use the same: "
                      + cell.get())
              .with("left", "nothing ran; every revision is still applied")
              .next(
                  "undo "
                      + stays
                      + " first, with the code that has it, or here with downgrade(\""
                      + stays
                      + "@"
                      + Target.BASE
                      + "\")"),
          goes);
    }
  }
}

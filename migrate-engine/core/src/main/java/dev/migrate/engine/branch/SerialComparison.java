package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the stretches of a graph in which no parallel revisions meet, in one pass: each revision is
 * looked at after all that come before it in the canonical order, not after its ancestors alone,
 * whose schema takes a fold of its own for each join. Where nobody meets anybody, every order leads
 * to the same schemas, and a revision touches the same after both. From the first stretch on where
 * somebody does, or something does not fit, this finds nothing, and the revisions have to be
 * compared one by one. Not thread-safe.
 */
final class SerialComparison {

  private final AppliedState state;
  private final LineageGraph graph;
  private final Parallels parallels;
  private final Set<RevisionId> present = new HashSet<>();
  private Schema schema = Schema.empty();

  SerialComparison(AppliedState state, Parallels parallels) {
    this.state = state;
    this.graph = state.graph();
    this.parallels = parallels;
  }

  /**
   * Those of some stretches in which certainly no parallel revisions meet.
   *
   * @param stretches the numbers of the stretches
   */
  Set<Integer> independent(Set<Integer> stretches) {
    Set<Integer> independent = new HashSet<>();
    int node = 0;
    try {
      while (independent.size() < stretches.size() && node < graph.size()) {
        int end = end(node);
        if (!stretches.contains(parallels.stretch(node))) {
          run(node, end);
        } else if (compare(node, end)) {
          independent.add(parallels.stretch(node));
        } else {
          return independent;
        }
        node = end;
      }
    } catch (MigrateException misfit) {
      return independent;
    }
    return independent;
  }

  /** The first place after the stretch of a revision, or after the revision if it is alone. */
  private int end(int node) {
    int end = node + 1;
    while (end < graph.size()
        && !parallels.isAlone(node)
        && parallels.stretch(end) == parallels.stretch(node)) {
      end++;
    }
    return end;
  }

  private void run(int node, int end) {
    for (int next = node; next < end; next++) {
      RevisionId id = graph.at(next);
      schema =
          Operation.applyAll(state.variation(id, present::contains).recording().upgrade(), schema);
      present.add(id);
    }
  }

  /** Whether nothing meets in a stretch. */
  private boolean compare(int node, int end) {
    Overlaps overlaps = new Overlaps(parallels::areParallel);
    for (int next = node; next < end; next++) {
      RevisionId id = graph.at(next);
      if (!state.variants(id).isEmpty()) {
        return false;
      }
      Footprint footprint = Footprint.NONE;
      for (Operation operation : state.recording(id).upgrade()) {
        footprint = footprint.and(operation.footprint(schema));
        schema = operation.applyTo(schema);
      }
      overlaps.add(next, footprint);
      present.add(id);
    }
    return overlaps.pairs().isEmpty();
  }
}

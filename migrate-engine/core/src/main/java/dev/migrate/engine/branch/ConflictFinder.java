package dev.migrate.engine.branch;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.branch.Overlaps.Pair;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.report.Conflict;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds which parallel revisions are in conflict, by what they and their inverses read and write.
 * All others run in every order, however many branches there are and whatever part of them is
 * applied, and end in the same schema. Not thread-safe.
 */
public final class ConflictFinder {

  private final AppliedState state;
  private final LineageGraph graph;
  private final ConflictRules rules;
  private final Parallels parallels;
  private final AncestorSchemas ancestors;
  private final Effects effects;

  /**
   * A finder for a state.
   *
   * @param state what there is and what is applied
   * @param rules which names clash, and which pairs are accepted
   */
  public ConflictFinder(AppliedState state, ConflictRules rules) {
    this.state = state;
    this.graph = state.graph();
    this.rules = rules;
    this.parallels = Parallels.of(graph);
    this.ancestors = new AncestorSchemas(state, parallels);
    this.effects = new Effects(state, parallels, ancestors);
  }

  /**
   * Compares every revision with every other.
   *
   * @return the conflicts in the canonical order of their revisions, possibly none
   * @throws dev.migrate.report.PlanException if a reconciliation does not do what it promises
   */
  public List<Conflict> all() {
    return among(graph.order(), Set.of());
  }

  /**
   * Compares pending revisions with each other and with the applied ones; what was applied together
   * before is not compared again.
   *
   * @return the conflicts in the canonical order of their revisions, possibly none
   * @throws dev.migrate.report.PlanException if a reconciliation does not do what it promises
   */
  public List<Conflict> pending(Collection<RevisionId> pending) {
    Set<RevisionId> applied = state.applied();
    List<RevisionId> both = new ArrayList<>(applied);
    both.addAll(pending);
    return among(both, applied);
  }

  /**
   * Compares the revisions that run, or ran, on the wrong side of each other: one that comes after
   * another in the graph and before it in this order. Such a pair does no harm if the two are
   * independent; everything else of the order is as the graph says, or parallel.
   *
   * @param order the revisions in the order in which they ran and will run, each once
   * @return the conflicts in the canonical order of their revisions, possibly none
   */
  public List<Conflict> reversed(List<RevisionId> order) {
    Set<RevisionId> misplaced = graph.misplaced(order);
    return misplaced.isEmpty() ? List.of() : new Reversed(order).conflicts(misplaced);
  }

  /** An order in which some revisions are on the wrong side of each other. */
  private final class Reversed {

    private final int[] places = new int[graph.size()];
    private final Effects seen;

    Reversed(List<RevisionId> order) {
      Map<Integer, Schema> ran = new HashMap<>();
      Schema schema = Schema.empty();
      Set<RevisionId> present = new HashSet<>();
      for (RevisionId id : order) {
        int node = graph.position(id);
        places[node] = present.size();
        ran.put(node, schema);
        Recording recording = state.variation(id, present::contains).recording();
        schema = AncestorSchemas.run(recording.upgrade(), schema).orElse(schema);
        present.add(id);
      }
      seen = new Effects(state, parallels, ancestors, ran);
    }

    private boolean contains(int one, int other) {
      return (places[one] > places[other] && parallels.isBefore(one, other))
          || (places[other] > places[one] && parallels.isBefore(other, one));
    }

    List<Conflict> conflicts(Set<RevisionId> misplaced) {
      // What meets must be the rest of a partial order: of the graph's and the one that ran.
      Overlaps overlaps =
          new Overlaps((one, other) -> parallels.areParallel(one, other) || contains(one, other));
      for (RevisionId id : misplaced) {
        overlaps.add(graph.position(id), seen.footprint(graph.position(id)));
      }
      ConflictBuilder builder = new ConflictBuilder(state, rules, parallels, ancestors, seen);
      List<Conflict> conflicts = new ArrayList<>();
      for (Pair pair : overlaps.pairs()) {
        if (contains(pair.first(), pair.second())
            && !rules.accept(graph.at(pair.first()), graph.at(pair.second()))) {
          conflicts.addAll(builder.reversed(pair));
        }
      }
      return conflicts;
    }
  }

  private List<Conflict> among(Collection<RevisionId> compared, Set<RevisionId> settled) {
    new ReconciliationCheck(state, parallels, ancestors, effects).require();
    TreeMap<Integer, List<Integer>> stretches = new TreeMap<>();
    Set<Integer> open = new TreeSet<>();
    for (RevisionId id : compared) {
      int node = graph.position(id);
      int stretch = parallels.stretch(node);
      if (!parallels.isAlone(node)) {
        stretches.computeIfAbsent(stretch, number -> new ArrayList<>()).add(node);
        if (!settled.contains(id)) {
          open.add(stretch);
        }
      }
    }
    open.removeAll(new SerialComparison(state, parallels).independent(open));
    List<Conflict> conflicts = new ArrayList<>();
    stretches.forEach(
        (stretch, nodes) -> {
          if (open.contains(stretch)) {
            compare(nodes, settled, conflicts);
          }
        });
    return conflicts;
  }

  private void compare(List<Integer> nodes, Set<RevisionId> settled, List<Conflict> conflicts) {
    Overlaps overlaps = new Overlaps(parallels::areParallel);
    nodes.forEach(node -> overlaps.add(node, effects.footprint(node)));
    ConflictBuilder builder = new ConflictBuilder(state, rules, parallels, ancestors, effects);
    for (Pair pair : overlaps.pairs()) {
      RevisionId first = graph.at(pair.first());
      RevisionId second = graph.at(pair.second());
      boolean isOpen = !settled.contains(first) || !settled.contains(second);
      if (isOpen && !rules.accept(first, second) && !isReconciled(first, second)) {
        conflicts.addAll(builder.between(pair));
      }
    }
  }

  private boolean isReconciled(RevisionId first, RevisionId second) {
    return state.variants(first).stream().anyMatch(v -> v.after().equals(second))
        || state.variants(second).stream().anyMatch(v -> v.after().equals(first));
  }
}

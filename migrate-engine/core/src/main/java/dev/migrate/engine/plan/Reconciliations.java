package dev.migrate.engine.plan;

import dev.migrate.Reconciliation;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.error.Facts;
import dev.migrate.report.PlanException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What all revisions that join branches say about how others read after each other. Immutable and
 * thread-safe.
 */
final class Reconciliations {

  private record Pair(RevisionId revision, RevisionId after) {}

  private final Map<RevisionId, List<Variant>> variants;
  private final Map<Pair, RevisionId> joins;

  private Reconciliations(Map<RevisionId, List<Variant>> variants, Map<Pair, RevisionId> joins) {
    this.variants = variants;
    this.joins = joins;
  }

  static Reconciliations of(LineageGraph graph, Function<RevisionId, Revision> revisions) {
    Map<RevisionId, List<Variant>> variants = new LinkedHashMap<>();
    Map<Pair, RevisionId> joins = new HashMap<>();
    for (RevisionId join : graph.order()) {
      for (Variant variant : Reconciliation.of(revisions.apply(join))) {
        require(graph, join, variant);
        RevisionId other = joins.put(new Pair(variant.revision(), variant.after()), join);
        if (other != null) {
          throw refused(
              join, variant, "revision " + other + " declares that as well", "declare it once");
        }
        variants.computeIfAbsent(variant.revision(), id -> new ArrayList<>()).add(variant);
      }
    }
    return new Reconciliations(variants, joins);
  }

  private static void require(LineageGraph graph, RevisionId join, Variant variant) {
    for (RevisionId id : List.of(variant.revision(), variant.after())) {
      if (!graph.contains(id) || !graph.isAncestor(id, join)) {
        throw refused(
            join,
            variant,
            "revision " + id + (graph.contains(id) ? " is not an ancestor of it" : " is not there"),
            "reconcile in a revision that is after both, or correct the id");
      }
    }
    if (graph.isAncestor(variant.revision(), variant.after())
        || graph.isAncestor(variant.after(), variant.revision())) {
      throw refused(
          join,
          variant,
          "the two are not parallel: one always runs before the other",
          "remove it; nothing has to be reconciled");
    }
  }

  private static PlanException refused(
      RevisionId join, Variant variant, String problem, String next) {
    return new PlanException(
        Facts.of(
                "revision "
                    + join
                    + " reconciles "
                    + variant.revision()
                    + " with "
                    + variant.after()
                    + ", which it cannot")
            .with("because", problem)
            .with("left", "nothing ran")
            .next(next),
        join);
  }

  /** How a revision reads after others, in the order of declaration. */
  List<Variant> of(RevisionId id) {
    return variants.getOrDefault(id, List.of());
  }

  /** Every variant there is. */
  List<Variant> all() {
    return variants.values().stream().flatMap(List::stream).toList();
  }

  /** The revision that said how one reads after another. */
  RevisionId join(RevisionId revision, RevisionId after) {
    return joins.getOrDefault(new Pair(revision, after), revision);
  }
}

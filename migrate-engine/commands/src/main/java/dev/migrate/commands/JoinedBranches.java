package dev.migrate.commands;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Facts;
import dev.migrate.generate.GeneratorException;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.PlanException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Branches that a revision is to join.
 *
 * @param graph all revisions
 * @param tops the revisions that it comes after, two or more
 */
record JoinedBranches(RevisionGraph graph, List<RevisionId> tops) {

  private static final RevisionId JOIN = RevisionId.of("join_that_is_not_written_yet");

  JoinedBranches {
    tops = List.copyOf(tops);
  }

  /**
   * What the revisions below the join do after each other, where they conflict.
   *
   * @return the variants to declare, none if there is no conflict
   * @throws ConflictException if the reconciliation of a conflict is not known
   * @throws GeneratorException if the reconciliations do not fit together
   */
  List<Variant> reconciliation() {
    List<Conflict> conflicts = below(graph.conflicts());
    List<Conflict> open =
        conflicts.stream().filter(conflict -> conflict.reconciliation().isEmpty()).toList();
    if (!open.isEmpty()) {
      throw new ConflictException(open);
    }
    Set<Variant> variants = new LinkedHashSet<>();
    conflicts.forEach(conflict -> variants.addAll(conflict.reconciliation()));
    requireSolved(List.copyOf(variants));
    return List.copyOf(variants);
  }

  private List<Conflict> below(List<Conflict> conflicts) {
    Set<RevisionId> below = ancestors();
    return conflicts.stream()
        .filter(conflict -> below.contains(conflict.first().revision()))
        .filter(conflict -> below.contains(conflict.second().revision()))
        .toList();
  }

  private Set<RevisionId> ancestors() {
    Set<RevisionId> found = new HashSet<>(tops);
    List<RevisionId> order = graph.order();
    for (int i = order.size() - 1; i >= 0; i--) {
      if (found.contains(order.get(i))) {
        found.addAll(graph.lineage(order.get(i)).parents());
        found.addAll(graph.lineage(order.get(i)).dependencies());
      }
    }
    return found;
  }

  private void requireSolved(List<Variant> variants) {
    RevisionId[] more = tops.subList(1, tops.size()).toArray(new RevisionId[0]);
    Revision join =
        Revision.join(
            Lineage.of(JOIN).after(tops.get(0), more),
            when ->
                variants.forEach(
                    variant ->
                        when.runs(variant.revision())
                            .after(variant.after(), op -> variant.operations().forEach(op::add))));
    try {
      List<Conflict> left = below(graph.with(join).conflicts());
      if (!left.isEmpty()) {
        throw new ConflictException(left);
      }
    } catch (PlanException misfit) {
      throw new GeneratorException(
          Facts.of("the reconciliations of the conflicts do not fit together")
              .with("because", misfit.getMessage())
              .with("left", "nothing was written")
              .next(
                  "write the join by hand, with reconcile(…): db revision -m \"join\""
                      + tops.stream().map(id -> " --after " + id).reduce("", String::concat)),
          misfit);
    }
  }
}

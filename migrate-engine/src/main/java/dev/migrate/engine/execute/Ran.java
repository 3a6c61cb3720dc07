package dev.migrate.engine.execute;

import dev.migrate.RevisionId;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.Situation;
import dev.migrate.report.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A revision that ran, or is about to run, in the form that it took. Immutable.
 *
 * @param id the revision
 * @param variant the revision after which it took another form; empty for its own operations
 */
record Ran(RevisionId id, Optional<RevisionId> variant) {

  /**
   * The applied revisions in the order in which they ran. Where two have the same place, as after
   * two histories were put together, the canonical order counts.
   */
  static List<Ran> of(History history, Situation situation) {
    return history.entries().stream()
        .filter(entry -> situation.applied().contains(entry.id()))
        .sorted(
            Comparator.comparingLong(HistoryEntry::position)
                .thenComparing(HistoryEntry::id, situation.graph().comparator()))
        .map(entry -> new Ran(entry.id(), entry.variant()))
        .toList();
  }

  /** The same with what an upgrade adds. */
  static List<Ran> with(List<Ran> before, Plan upgrade) {
    List<Ran> all = new ArrayList<>(before);
    upgrade.steps().forEach(step -> all.add(new Ran(step.id(), step.variant())));
    return all;
  }

  static List<RevisionId> ids(List<Ran> order) {
    return order.stream().map(Ran::id).toList();
  }
}

package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.AppliedState;
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
public record AppliedRevision(RevisionId id, Optional<RevisionId> variant) {

  /**
   * The applied revisions in the order in which they ran. Where two have the same place, as after
   * two histories were put together, the canonical order counts.
   */
  public static List<AppliedRevision> of(History history, AppliedState situation) {
    return history.entries().stream()
        .filter(entry -> situation.applied().contains(entry.id()))
        .sorted(
            Comparator.comparingLong(HistoryEntry::position)
                .thenComparing(HistoryEntry::id, situation.graph().comparator()))
        .map(entry -> new AppliedRevision(entry.id(), entry.variant()))
        .toList();
  }

  /** The same with what an upgrade adds. */
  public static List<AppliedRevision> with(List<AppliedRevision> before, Plan upgrade) {
    List<AppliedRevision> all = new ArrayList<>(before);
    upgrade.steps().forEach(step -> all.add(new AppliedRevision(step.id(), step.variant())));
    return all;
  }

  public static List<RevisionId> ids(List<AppliedRevision> order) {
    return order.stream().map(AppliedRevision::id).toList();
  }
}

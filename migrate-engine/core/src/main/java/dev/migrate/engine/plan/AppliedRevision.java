package dev.migrate.engine.plan;

import dev.migrate.RevisionId;
import dev.migrate.report.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A revision that ran, or is about to run, in the form that it took. Immutable.
 *
 * @param id the revision
 * @param variant the revision after which it took another form; empty for its own operations
 */
public record AppliedRevision(RevisionId id, Optional<RevisionId> variant) {

  /** The applied revisions with those that an upgrade adds. */
  public static List<AppliedRevision> with(List<AppliedRevision> before, Plan upgrade) {
    List<AppliedRevision> all = new ArrayList<>(before);
    upgrade.steps().forEach(step -> all.add(new AppliedRevision(step.id(), step.variant())));
    return all;
  }

  public static List<RevisionId> ids(List<AppliedRevision> order) {
    List<RevisionId> ids = new ArrayList<>(order.size());
    for (AppliedRevision each : order) {
      ids.add(each.id());
    }
    return Collections.unmodifiableList(ids);
  }
}

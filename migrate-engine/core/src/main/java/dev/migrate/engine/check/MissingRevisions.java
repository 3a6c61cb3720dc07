package dev.migrate.engine.check;

import dev.migrate.RevisionId;
import dev.migrate.engine.live.LiveChange;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanStep;
import java.util.List;
import java.util.Set;

/** Histories that lack a revision below an applied one. */
public final class MissingRevisions {

  private static final String RECORD =
      "stamp(\"current\"), which records what is missing without running it";

  private MissingRevisions() {}

  /** Refuses to go on where the applied revisions make no schema without what is missing. */
  public static void requireSchema(AppliedState state) {
    Set<RevisionId> missing = state.missing();
    if (missing.isEmpty()) {
      return;
    }
    try {
      new Planner(state).appliedWithout(Set.of());
    } catch (MigrateException misfit) {
      throw new HistoryException(
          Facts.of("the applied revisions do not fit together without what is missing below them")
              .list("missing", missing)
              .with("problem", String.valueOf(misfit.getMessage()))
              .with("left", "nothing ran")
              .next(
                  "if the database has what the missing revisions make: "
                      + RECORD
                      + ";\notherwise restore the database and its history together"),
          List.copyOf(missing),
          misfit);
    }
  }

  /**
   * Refuses to run a revision late that the database already has: then its row was lost. What only
   * changes rows leaves no trace to look for.
   */
  public static void requireAbsent(LiveSchema live, Plan upgrade, Set<RevisionId> late) {
    for (PlanStep step : upgrade.steps()) {
      if (late.contains(step.id()) && isDone(live, step)) {
        throw new HistoryException(
            Facts.of(
                    "revision "
                        + step.title()
                        + " is missing in the history, but the database has what it makes")
                .list("makes", step.operations())
                .with("left", "nothing ran")
                .next(
                    "if its row was lost: "
                        + RECORD
                        + ";\nif it was made by hand: remove it, and call upgrade() again"),
            List.of(step.id()));
      }
    }
  }

  private static boolean isDone(LiveSchema live, PlanStep step) {
    LiveChange change = new LiveChange(live, step.before(), step.after());
    return !change.isInvisible() && change.state().side() == LiveChange.Side.AFTER;
  }
}

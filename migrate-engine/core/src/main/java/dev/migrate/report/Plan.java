package dev.migrate.report;

import dev.migrate.RevisionId;
import java.util.List;

/**
 * What would happen: revisions in the order in which they run, each with its operations. Immutable
 * and thread-safe; {@code toString()} is fit for an issue.
 *
 * @param direction which way it goes
 * @param steps the revisions in order, possibly none
 */
public record Plan(Direction direction, List<PlanStep> steps) {

  /** Copies. */
  public Plan {
    steps = List.copyOf(steps);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /**
   * The revisions.
   *
   * @return their ids in the order in which they run
   */
  public List<RevisionId> revisions() {
    return steps.stream().map(PlanStep::id).toList();
  }

  /**
   * The data that is gone afterwards.
   *
   * @return what is lost, in words, with the revision that loses it; empty if nothing is
   */
  public List<String> dataLoss() {
    return steps.stream()
        .flatMap(step -> step.dataLoss().stream().map(loss -> step.title() + " loses " + loss))
        .toList();
  }

  @Override
  public String toString() {
    if (steps.isEmpty()) {
      return "nothing to do";
    }
    String what = direction == Direction.UP ? "upgrade" : "downgrade";
    StringBuilder text = new StringBuilder(what).append(" of ").append(steps.size());
    text.append(steps.size() == 1 ? " revision" : " revisions");
    steps.forEach(step -> text.append("\n  ").append(step.toString().replace("\n", "\n  ")));
    return text.toString();
  }
}

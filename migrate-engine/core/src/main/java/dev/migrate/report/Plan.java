package dev.migrate.report;

import dev.migrate.RevisionId;
import java.util.List;

/**
 * What a call would do: the revisions in the order in which they run, each with its operations.
 * Immutable and thread-safe; {@code toString()} is meant for issue reports.
 *
 * @param direction the direction
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
   * @return the ids in the order in which they run
   */
  public List<RevisionId> revisions() {
    return steps.stream().map(PlanStep::id).toList();
  }

  /**
   * The data that the plan destroys.
   *
   * @return the losses in words, each with its revision; empty if there are none
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

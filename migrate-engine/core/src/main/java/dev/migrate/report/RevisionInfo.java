package dev.migrate.report;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A revision in the graph and on a database. Immutable and thread-safe; {@code toString()} is one
 * line.
 *
 * @param lineage its place in the graph
 * @param name the simple name of its class; its id if it is a value or not in the code
 * @param state its state on the database
 * @param isKnown whether it is in the code; false if it is only in the history
 * @param isHead whether it has no children
 * @param isMissing whether it is not applied although a descendant is
 * @param appliedAt when it was applied; empty if it is not
 * @param duration how long that took, zero if it was only recorded; empty if it is not applied
 */
public record RevisionInfo(
    Lineage lineage,
    String name,
    RevisionState state,
    boolean isKnown,
    boolean isHead,
    boolean isMissing,
    Optional<Instant> appliedAt,
    Optional<Duration> duration) {

  /** The revision. */
  public RevisionId id() {
    return lineage.id();
  }

  /**
   * Whether it is applied.
   *
   * @return true if its state is {@link RevisionState#DONE}
   */
  public boolean isApplied() {
    return state == RevisionState.DONE;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(mark()).append(' ').append(lineage);
    text.append(isHead ? " (head)" : "");
    text.append(isKnown ? "" : " (unknown to the code)");
    text.append(isMissing ? " (missing: a descendant is applied)" : "");
    appliedAt.ifPresent(at -> text.append(", applied ").append(at.truncatedTo(ChronoUnit.SECONDS)));
    lineage.message().ifPresent(message -> text.append(": ").append(message));
    return text.toString();
  }

  private String mark() {
    return switch (state) {
      case PENDING -> "[ ]";
      case DONE -> "[x]";
      case GOING_UP -> "[up]";
      case GOING_DOWN -> "[down]";
    };
  }
}

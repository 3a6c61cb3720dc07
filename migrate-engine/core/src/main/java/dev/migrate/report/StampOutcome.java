package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.UnmodelledElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The result of a stamp: what it recorded, and what it found in the database. Immutable and
 * thread-safe.
 *
 * @param recorded the revisions that are now recorded as applied and were not before, in order
 * @param removed the revisions that are no longer recorded as applied or in flight
 * @param undeclared tables, views, sequences, types and schemas of the database that no recorded
 *     revision mentions; they are left alone
 * @param unmodelled elements of the database that the model cannot represent, such as triggers
 * @param uncompared elements with a text that cannot be compared because the database rewrites it,
 *     such as the query of a view
 * @param accepted how the database differs from the recorded revisions; empty unless accepted
 * @param reason why the difference was accepted; empty if there was none
 */
public record StampOutcome(
    List<RevisionId> recorded,
    List<RevisionId> removed,
    List<ElementName> undeclared,
    List<UnmodelledElement> unmodelled,
    List<ElementName> uncompared,
    SchemaDifference accepted,
    Optional<String> reason) {

  private static final int SHOWN = 12;

  /** Copies. */
  public StampOutcome {
    recorded = List.copyOf(recorded);
    removed = List.copyOf(removed);
    undeclared = List.copyOf(undeclared);
    unmodelled = List.copyOf(unmodelled);
    uncompared = List.copyOf(uncompared);
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * Whether the history stayed the same.
   *
   * @return true if nothing was recorded or removed
   */
  public boolean isEmpty() {
    return recorded.isEmpty() && removed.isEmpty();
  }

  @Override
  public String toString() {
    if (isEmpty()) {
      return "nothing to record";
    }
    List<String> parts = new ArrayList<>();
    addTo(parts, "recorded as applied", recorded);
    addTo(parts, "recorded as not applied", removed);
    StringBuilder text = new StringBuilder(String.join("; ", parts));
    reason.ifPresent(
        why ->
            text.append("\n  accepted ")
                .append(
                    listed(accepted.entries().stream().map(SchemaDifference.Entry::what).toList()))
                .append(", because ")
                .append(why));
    text.append(undeclared.isEmpty() ? "" : "\n  in no revision: " + listed(undeclared));
    text.append(unmodelled.isEmpty() ? "" : "\n  not in the model: " + listed(unmodelled));
    text.append(uncompared.isEmpty() ? "" : "\n  text not compared: " + listed(uncompared));
    return text.toString();
  }

  private static void addTo(List<String> parts, String what, List<RevisionId> ids) {
    if (!ids.isEmpty()) {
      parts.add(what + ": " + String.join(", ", ids.stream().map(RevisionId::value).toList()));
    }
  }

  private static String listed(Collection<?> values) {
    int more = values.size() - SHOWN;
    return String.join(", ", values.stream().limit(SHOWN).map(Object::toString).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }
}

package dev.migrate.report;

import dev.migrate.Lineage;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.UnmodelledElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One revision of a plan, with its operations on this database. Immutable and thread-safe.
 *
 * @param direction the direction
 * @param lineage the revision's place in the graph
 * @param name the simple name of the revision's class; its id if it is a value
 * @param recording its recording, in the variant for this database
 * @param variant the applied revision because of which this one runs in a reconciled form; empty
 *     for its own operations
 * @param operations the operations to run, in order
 * @param before the schema before the first operation
 * @param after the schema after the last one
 * @param mustBeEmpty tables that must be empty, because the step cannot restore rows
 * @param alsoDropped unmodelled elements, such as triggers, that are dropped together with others;
 *     empty if the database was not inspected
 */
public record PlanStep(
    Direction direction,
    Lineage lineage,
    String name,
    Recording recording,
    Optional<RevisionId> variant,
    List<Operation> operations,
    Schema before,
    Schema after,
    List<QualifiedName> mustBeEmpty,
    List<UnmodelledElement> alsoDropped) {

  /** Copies. */
  public PlanStep {
    operations = List.copyOf(operations);
    mustBeEmpty = List.copyOf(mustBeEmpty);
    alsoDropped = List.copyOf(alsoDropped);
  }

  /** The revision. */
  public RevisionId id() {
    return lineage.id();
  }

  /**
   * The revision for messages.
   *
   * @return its id, with its class if that is different
   */
  public String title() {
    return id().titled(name);
  }

  /**
   * The data that this step destroys, and unmodelled elements that are dropped with it. If a table
   * is dropped, nothing else is reported about its rows. For a downgrade, also the values that the
   * upgrade changed irreversibly.
   *
   * @return the losses in words; empty if there are none
   */
  public List<String> dataLoss() {
    List<String> losses = new ArrayList<>(Losses.of(operations, before));
    if (direction == Direction.DOWN && recording.downgrade().undoesUpgrade()) {
      losses.addAll(Losses.forGood(recording.upgrade(), after));
    }
    alsoDropped.forEach(element -> losses.add(element.toString()));
    return List.copyOf(losses);
  }

  /** A copy with unmodelled elements that are dropped too. */
  public PlanStep alsoDropping(List<UnmodelledElement> elements) {
    return new PlanStep(
        direction,
        lineage,
        name,
        recording,
        variant,
        operations,
        before,
        after,
        mustBeEmpty,
        elements);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(direction == Direction.UP ? "up   " : "down ");
    text.append(title());
    lineage.message().ifPresent(message -> text.append(": ").append(message));
    variant.ifPresent(other -> text.append(" (reconciled after ").append(other).append(')'));
    if (operations.isEmpty()) {
      text.append("\n       nothing to do");
    }
    for (Operation operation : operations) {
      text.append("\n       ").append(operation.toString().replace("\n", "\n       "));
    }
    dataLoss().forEach(loss -> text.append("\n       loses ").append(loss));
    mustBeEmpty.forEach(
        table -> text.append("\n       only if table ").append(table).append(" has no rows"));
    return text.toString();
  }
}

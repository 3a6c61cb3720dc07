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
 * One revision of a plan, with what it does on the database at hand. Immutable and thread-safe.
 *
 * @param direction which way it goes
 * @param lineage where the revision stands
 * @param name the revision's class in short; its id if it is a value
 * @param recording what it recorded, chosen for the database at hand
 * @param variant the revision that is already there, so that this one runs in another form than its
 *     own; empty for its own operations
 * @param operations what is carried out, in order
 * @param before the schema before the first operation
 * @param after the schema after the last one
 * @param mustBeEmpty tables that must have no rows, or the step cannot restore what was
 * @param alsoDropped what the model cannot hold, such as triggers, and goes with what is dropped;
 *     empty where the database was not asked
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

  /**
   * The revision.
   *
   * @return its id
   */
  public RevisionId id() {
    return lineage.id();
  }

  /**
   * The revision in words.
   *
   * @return its id, and its class where that says more
   */
  public String title() {
    return id().titled(name);
  }

  /**
   * The data that is gone after this step, and what the model cannot hold and goes with it. Where a
   * table goes, nothing else is reported of its rows. A downgrade names what the upgrade has
   * changed for good.
   *
   * @return what is lost, in words; empty if nothing is
   */
  public List<String> dataLoss() {
    List<String> losses = new ArrayList<>(Losses.of(operations, before));
    if (direction == Direction.DOWN && recording.downgrade().undoesUpgrade()) {
      losses.addAll(Losses.forGood(recording.upgrade(), after));
    }
    alsoDropped.forEach(element -> losses.add(element.toString()));
    return List.copyOf(losses);
  }

  /**
   * The same step, with which more is dropped than the model knows.
   *
   * @param elements what the database has of it
   * @return a copy
   */
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
    variant.ifPresent(other -> text.append(" (as it reads after ").append(other).append(')'));
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

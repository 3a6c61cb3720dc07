package dev.migrate.operation;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.ElementChange.Kind;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes attributes of a sequence; what is not named stays as it is, and so does its current
 * number.
 *
 * @param sequence the sequence's name
 * @param changes the new attributes, each kind at most once
 */
public record AlterSequence(QualifiedName sequence, List<SequenceChange> changes)
    implements Operation {

  /**
   * Checks and copies.
   *
   * @throws DefinitionException if nothing is changed, or an attribute twice
   */
  public AlterSequence {
    Objects.requireNonNull(sequence, "sequence");
    changes = List.copyOf(changes);
    long kinds = changes.stream().map(SequenceChange::getClass).distinct().count();
    if (changes.isEmpty() || kinds < changes.size()) {
      throw new DefinitionException(
          "the sequence " + sequence + " cannot be altered by " + changes,
          "name one value for each attribute that changes, and at least one");
    }
    Optional<Long> least = change(changes, MinimumChange.class).flatMap(MinimumChange::minimum);
    Optional<Long> most = change(changes, MaximumChange.class).flatMap(MaximumChange::maximum);
    if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
      throw new DefinitionException(
          "the sequence "
              + sequence
              + " cannot have the minimum "
              + least.get()
              + " above the maximum "
              + most.get(),
          "give it a minimum(…) that is no greater than its maximum(…)");
    }
  }

  /**
   * The changes together, in whatever order they are named: the start and the limits are compared
   * once all of them are known.
   *
   * @throws SchemaException if the sequence would start outside its limits
   */
  @Override
  public Schema applyTo(Schema before) {
    Sequence was = before.sequence(sequence);
    Sequence changed = was.withLimits(Optional.empty(), Optional.empty());
    for (SequenceChange change : changes) {
      if (!isLimit(change)) {
        changed = change.applyTo(changed);
      }
    }
    Optional<Long> least =
        change(MinimumChange.class).map(MinimumChange::minimum).orElse(was.minimum());
    Optional<Long> most =
        change(MaximumChange.class).map(MaximumChange::maximum).orElse(was.maximum());
    requireBetween(changed.start(), least, most);
    return before.with(changed.withLimits(least, most));
  }

  private void requireBetween(long start, Optional<Long> least, Optional<Long> most) {
    if (least.filter(value -> start < value).isPresent()
        || most.filter(value -> start > value).isPresent()) {
      throw new SchemaException(
          Facts.of("the sequence " + sequence + " would start outside its limits")
              .with("start", String.valueOf(start))
              .with("minimum", least.map(String::valueOf).orElse("none"))
              .with("maximum", most.map(String::valueOf).orElse("none"))
              .next("give it another start in the same operation: startingAt(…)"));
    }
  }

  private static boolean isLimit(SequenceChange change) {
    return change instanceof MinimumChange || change instanceof MaximumChange;
  }

  private <C extends SequenceChange> Optional<C> change(Class<C> kind) {
    return change(changes, kind);
  }

  private static <C extends SequenceChange> Optional<C> change(
      List<SequenceChange> changes, Class<C> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  @Override
  public Inverse inverse(Schema before) {
    Sequence was = before.sequence(sequence);
    return Inverse.of(
        new AlterSequence(sequence, changes.stream().map(c -> c.restoring(was)).toList()));
  }

  /**
   * All attributes are one cell, because they limit each other. The current number stays where it
   * is, but what a number is taken for depends on them.
   */
  @Override
  public Footprint footprint(Schema before) {
    return Footprint.NONE.writing(Cell.of(Aspect.COUNTING, sequence));
  }

  @Override
  public List<ElementChange> elementChanges() {
    return List.of(ElementChange.of(Kind.ALTERED, ElementName.sequence(sequence)));
  }

  @Override
  public <C, R> R accept(OperationVisitor<C, R> visitor, C context) {
    return visitor.visit(this, context);
  }

  @Override
  public String toString() {
    return "alter sequence "
        + sequence
        + ": "
        + String.join(", ", changes.stream().map(SequenceChange::toString).toList());
  }
}

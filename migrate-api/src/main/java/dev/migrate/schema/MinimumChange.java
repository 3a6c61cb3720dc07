package dev.migrate.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * Another smallest value.
 *
 * @param minimum the smallest value; empty for the database's default
 */
public record MinimumChange(Optional<Long> minimum) implements SequenceChange {

  /** Checks that it is there. */
  public MinimumChange {
    Objects.requireNonNull(minimum, "minimum");
  }

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.withLimits(minimum, sequence.maximum());
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new MinimumChange(before.minimum());
  }

  @Override
  public String toString() {
    return minimum.map(value -> "minimum " + value).orElse("no minimum");
  }
}

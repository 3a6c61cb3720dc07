package dev.migrate.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * Another greatest value.
 *
 * @param maximum the greatest value; empty for the database's default
 */
public record MaximumChange(Optional<Long> maximum) implements SequenceChange {

  /** Checks that it is there. */
  public MaximumChange {
    Objects.requireNonNull(maximum, "maximum");
  }

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.withLimits(sequence.minimum(), maximum);
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new MaximumChange(before.maximum());
  }

  @Override
  public String toString() {
    return maximum.map(value -> "maximum " + value).orElse("no maximum");
  }
}

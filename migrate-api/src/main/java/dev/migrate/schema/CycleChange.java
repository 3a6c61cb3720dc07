package dev.migrate.schema;

/**
 * Makes a sequence start over after its last value, or end there.
 *
 * @param cycles whether it starts over
 */
public record CycleChange(boolean cycles) implements SequenceChange {

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.withCycles(cycles);
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new CycleChange(before.cycles());
  }

  @Override
  public String toString() {
    return cycles ? "cycling" : "no cycling";
  }
}

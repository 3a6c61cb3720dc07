package dev.migrate.schema;

/**
 * Another first value, with which the sequence begins when it is restarted.
 *
 * @param start the first value
 */
public record StartChange(long start) implements SequenceChange {

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.startingAt(start);
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new StartChange(before.start());
  }

  @Override
  public String toString() {
    return "start " + start;
  }
}

package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/**
 * Another increment.
 *
 * @param increment the difference between successive values, not 0
 */
public record IncrementChange(long increment) implements SequenceChange {

  /**
   * Checks the number.
   *
   * @throws DefinitionException if it is 0
   */
  public IncrementChange {
    if (increment == 0) {
      throw new DefinitionException(
          "a sequence has increment 0", "give it an increment other than 0");
    }
  }

  @Override
  public <R> R accept(SequenceChangeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Sequence applyTo(Sequence sequence) {
    return sequence.incrementedBy(increment);
  }

  @Override
  public SequenceChange restoring(Sequence before) {
    return new IncrementChange(before.increment());
  }

  @Override
  public String toString() {
    return "increment " + increment;
  }
}

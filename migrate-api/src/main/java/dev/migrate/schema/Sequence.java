package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Objects;

/**
 * A counter that the database keeps.
 *
 * @param name its name
 * @param start its first value
 * @param increment what is added for each next value, not 0
 */
public record Sequence(QualifiedName name, long start, long increment) {

  /**
   * Checks the increment.
   *
   * @throws DefinitionException if it is 0
   */
  public Sequence {
    Objects.requireNonNull(name, "name");
    if (increment == 0) {
      throw new DefinitionException(
          "the sequence " + name + " stays where it is", "give it an increment other than 0");
    }
  }

  /**
   * Starts at this value; 1 unless said.
   *
   * @param value the first value
   * @return a copy
   */
  public Sequence startingAt(long value) {
    return new Sequence(name, value, increment);
  }

  /**
   * Goes by this step; 1 unless said.
   *
   * @param step what is added for each next value
   * @return a copy
   */
  public Sequence incrementedBy(long step) {
    return new Sequence(name, start, step);
  }

  /**
   * The same sequence under another name.
   *
   * @param other the name
   * @return a copy
   */
  public Sequence withName(QualifiedName other) {
    return new Sequence(other, start, increment);
  }

  @Override
  public String toString() {
    return "sequence " + name + " from " + start + " by " + increment;
  }
}

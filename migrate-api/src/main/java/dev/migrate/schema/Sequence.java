package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Objects;
import java.util.Optional;

/**
 * A counter that the database keeps.
 *
 * @param name its name
 * @param start its first value
 * @param increment what is added for each next value, not 0
 * @param ownedBy the column with which it is dropped, if there is one
 */
public record Sequence(
    QualifiedName name, long start, long increment, Optional<ColumnName> ownedBy) {

  /**
   * Checks the increment.
   *
   * @throws DefinitionException if it is 0
   */
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ownedBy, "ownedBy");
    if (increment == 0) {
      throw new DefinitionException(
          "the sequence " + name + " stays where it is", "give it an increment other than 0");
    }
  }

  /**
   * A sequence that belongs to no column.
   *
   * @param name its name
   * @param start its first value
   * @param increment what is added for each next value, not 0
   * @throws DefinitionException if the increment is 0
   */
  public Sequence(QualifiedName name, long start, long increment) {
    this(name, start, increment, Optional.empty());
  }

  /**
   * Starts at this value; 1 unless said.
   *
   * @param value the first value
   * @return a copy
   */
  public Sequence startingAt(long value) {
    return new Sequence(name, value, increment, ownedBy);
  }

  /**
   * Goes by this step; 1 unless said.
   *
   * @param step what is added for each next value
   * @return a copy
   */
  public Sequence incrementedBy(long step) {
    return new Sequence(name, start, step, ownedBy);
  }

  /**
   * The same sequence under another name.
   *
   * @param other the name
   * @return a copy
   */
  public Sequence withName(QualifiedName other) {
    return new Sequence(other, start, increment, ownedBy);
  }

  /**
   * Is dropped with a column. PostgreSQL.
   *
   * @param table the table, as {@link QualifiedName#of} reads it
   * @param column the column
   * @return a copy
   */
  public Sequence ownedBy(String table, String column) {
    return withOwner(Optional.of(new ColumnName(QualifiedName.of(table), column)));
  }

  /**
   * The same sequence with another owner.
   *
   * @param other the column with which it is dropped; empty for none
   * @return a copy
   */
  public Sequence withOwner(Optional<ColumnName> other) {
    return new Sequence(name, start, increment, other);
  }

  @Override
  public String toString() {
    return "sequence "
        + name
        + " from "
        + start
        + " by "
        + increment
        + ownedBy.map(owner -> " owned by " + owner).orElse("");
  }
}

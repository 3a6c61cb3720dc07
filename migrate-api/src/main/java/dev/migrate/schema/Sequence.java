package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Objects;
import java.util.Optional;

/**
 * A sequence: a number generator of the database. Immutable; every method that changes something
 * returns a copy.
 *
 * @param start its first value
 * @param increment the difference between successive values, not 0
 * @param ownedBy the column that owns it, if there is one: dropping the column drops the sequence
 * @param type the type of its values; empty for bigint
 * @param minimum its smallest value; empty for the database's default
 * @param maximum its greatest value; empty for the database's default
 * @param cycles whether it starts over after its last value
 * @param cache how many values a session allocates at once; empty for the database's default
 */
public record Sequence(
    QualifiedName name,
    long start,
    long increment,
    Optional<ColumnName> ownedBy,
    Optional<DataType> type,
    Optional<Long> minimum,
    Optional<Long> maximum,
    boolean cycles,
    Optional<Long> cache) {

  /**
   * Checks the numbers.
   *
   * @throws DefinitionException if the increment is 0, the minimum is above the maximum, the start
   *     is not between them, or the cache is less than 1
   */
  public Sequence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ownedBy, "ownedBy");
    Objects.requireNonNull(type, "type");
    if (increment == 0) {
      throw new DefinitionException(
          "the sequence " + name + " has increment 0", "give it an increment other than 0");
    }
    if (minimum.isPresent() && maximum.isPresent() && minimum.get() > maximum.get()) {
      throw new DefinitionException(
          "the sequence "
              + name
              + " has the minimum "
              + minimum.get()
              + " above its maximum "
              + maximum.get(),
          "give it a minimum(…) that is no greater than its maximum(…)");
    }
    long first = start;
    if (minimum.filter(least -> first < least).isPresent()
        || maximum.filter(most -> first > most).isPresent()) {
      throw new DefinitionException(
          "the sequence " + name + " starts at " + start + ", outside its limits",
          "give it a start between minimum(…) and maximum(…)");
    }
    if (cache.filter(values -> values < 1).isPresent()) {
      throw new DefinitionException(
          "the sequence " + name + " has the cache " + cache.get(), "give it 1 or more");
    }
  }

  /** A sequence with start 1 and increment 1, owned by no column. */
  public static Sequence of(QualifiedName name) {
    return new Sequence(
        name,
        1,
        1,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** Sets the first value; 1 by default. */
  public Sequence startingAt(long value) {
    return new Sequence(name, value, increment, ownedBy, type, minimum, maximum, cycles, cache);
  }

  /**
   * Sets the increment; 1 by default.
   *
   * @param step the difference between successive values
   */
  public Sequence incrementedBy(long step) {
    return new Sequence(name, start, step, ownedBy, type, minimum, maximum, cycles, cache);
  }

  /** A copy with another name. */
  public Sequence withName(QualifiedName other) {
    return new Sequence(other, start, increment, ownedBy, type, minimum, maximum, cycles, cache);
  }

  /**
   * Makes a column own the sequence, so that dropping the column drops it (PostgreSQL only).
   *
   * @param table the table, as {@link QualifiedName#of} reads it
   */
  public Sequence ownedBy(String table, String column) {
    return withOwner(Optional.of(new ColumnName(QualifiedName.of(table), column)));
  }

  /**
   * A copy with another owner.
   *
   * @param other the column that owns it; empty for none
   */
  public Sequence withOwner(Optional<ColumnName> other) {
    return new Sequence(name, start, increment, other, type, minimum, maximum, cycles, cache);
  }

  /**
   * Sets the type of the values.
   *
   * @param other smallint, integer or bigint
   */
  public Sequence type(DataType other) {
    return withType(NameRules.given("type", other));
  }

  /**
   * A copy with another type of values.
   *
   * @param other the type; empty for bigint
   */
  public Sequence withType(Optional<DataType> other) {
    return new Sequence(name, start, increment, ownedBy, other, minimum, maximum, cycles, cache);
  }

  /**
   * Sets the smallest value.
   *
   * @throws DefinitionException if the start is less
   */
  public Sequence minimum(long value) {
    return withLimits(Optional.of(value), maximum);
  }

  /**
   * Sets the greatest value.
   *
   * @throws DefinitionException if the start is greater
   */
  public Sequence maximum(long value) {
    return withLimits(minimum, Optional.of(value));
  }

  /**
   * A copy with other limits.
   *
   * @param least its smallest value; empty for the database's default
   * @param most its greatest value; empty for the database's default
   * @throws DefinitionException if the start is not between them
   */
  public Sequence withLimits(Optional<Long> least, Optional<Long> most) {
    return new Sequence(name, start, increment, ownedBy, type, least, most, cycles, cache);
  }

  /** Makes the sequence start over after its last value. */
  public Sequence cycling() {
    return withCycles(true);
  }

  /**
   * A copy that starts over after its last value or not.
   *
   * @param other whether it starts over
   */
  public Sequence withCycles(boolean other) {
    return new Sequence(name, start, increment, ownedBy, type, minimum, maximum, other, cache);
  }

  /**
   * Sets how many values a session allocates at once.
   *
   * @param values how many, 1 or more
   * @throws DefinitionException if it is less than 1
   */
  public Sequence cache(long values) {
    return withCache(Optional.of(values));
  }

  /**
   * A copy with another cache.
   *
   * @param values how many values a session allocates at once; empty for the database's default
   * @throws DefinitionException if it is less than 1
   */
  public Sequence withCache(Optional<Long> values) {
    return new Sequence(name, start, increment, ownedBy, type, minimum, maximum, cycles, values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("sequence ").append(name);
    type.ifPresent(value -> text.append(" as ").append(value));
    text.append(" from ").append(start).append(" by ").append(increment);
    minimum.ifPresent(value -> text.append(" minimum ").append(value));
    maximum.ifPresent(value -> text.append(" maximum ").append(value));
    text.append(cycles ? " cycle" : "");
    cache.ifPresent(value -> text.append(" cache ").append(value));
    ownedBy.ifPresent(owner -> text.append(" owned by ").append(owner));
    return text.toString();
  }
}

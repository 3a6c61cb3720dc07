package dev.migrate.schema;

/**
 * One method for each kind of change of a sequence, without defaults: a new kind is a method that
 * every visitor has to implement.
 *
 * @param <R> what a visit returns
 */
public interface SequenceChangeVisitor<R> {

  /** Another type of values. */
  R visit(ValueTypeChange change);

  /** Another first value. */
  R visit(StartChange change);

  /** Another increment. */
  R visit(IncrementChange change);

  /** Another smallest value. */
  R visit(MinimumChange change);

  /** Another greatest value. */
  R visit(MaximumChange change);

  /** Whether it starts over after its last value. */
  R visit(CycleChange change);

  /** Another cache. */
  R visit(CacheChange change);
}

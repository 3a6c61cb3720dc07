package dev.migrate.schema;

/** A change of one attribute of a sequence. Its current number never moves. Immutable. */
public sealed interface SequenceChange
    permits ValueTypeChange,
        StartChange,
        IncrementChange,
        MinimumChange,
        MaximumChange,
        CycleChange,
        CacheChange {

  /**
   * Applies the change.
   *
   * @param sequence the sequence before the change
   * @return the sequence after the change
   */
  Sequence applyTo(Sequence sequence);

  /** Calls the visitor's method for this kind of change. */
  <R> R accept(SequenceChangeVisitor<R> visitor);

  /**
   * The change that restores the attribute.
   *
   * @param before the sequence before this change
   */
  SequenceChange restoring(Sequence before);
}

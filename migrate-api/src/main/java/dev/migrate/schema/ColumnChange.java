package dev.migrate.schema;

/** A change of one attribute of a column. Immutable. */
public sealed interface ColumnChange
    permits TypeChange, NullabilityChange, DefaultChange, IdentityChange, CollationChange, Comment {

  /**
   * Applies the change.
   *
   * @param column the column before the change
   * @return the column after the change
   */
  Column applyTo(Column column);

  /** Calls the visitor's method for this kind of change. */
  <R> R accept(ColumnChangeVisitor<R> visitor);

  /**
   * The change that restores the attribute.
   *
   * @param before the column before this change
   */
  ColumnChange restoring(Column before);
}

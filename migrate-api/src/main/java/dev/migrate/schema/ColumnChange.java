package dev.migrate.schema;

/** A new attribute of a column. Immutable. */
public sealed interface ColumnChange
    permits TypeChange, NullabilityChange, DefaultChange, IdentityChange, CollationChange, Comment {

  /**
   * The column with the attribute changed.
   *
   * @param column the column before
   * @return the column after
   */
  Column applyTo(Column column);

  /** Calls the visitor's method for this kind of change. */
  <R> R accept(ColumnChangeVisitor<R> visitor);

  /**
   * The change of the same attribute back to what it was.
   *
   * @param before the column before this change
   * @return what restores the attribute
   */
  ColumnChange restoring(Column before);
}

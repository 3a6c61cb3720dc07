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

  /**
   * The change of the same attribute back to what it was.
   *
   * @param before the column before this change
   */
  ColumnChange restoring(Column before);
}

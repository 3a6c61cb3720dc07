package dev.migrate.dialect;

/** A change of a table that can run without blocking writes, however many rows the table has. */
public enum OnlineChange {
  /** An index is created {@code concurrently()}. */
  CREATE_INDEX,
  /** An index is dropped {@code concurrently()}. */
  DROP_INDEX,
  /** A nullable column without a default is added. */
  ADD_COLUMN,
  /** A column with a constant default is added. */
  ADD_COLUMN_WITH_DEFAULT,
  /** A column is dropped. */
  DROP_COLUMN,
  /** A column is renamed. */
  RENAME_COLUMN,
  /** A default is set or dropped. */
  CHANGE_DEFAULT,
  /** The length of a varchar column is increased. */
  WIDEN_VARCHAR,
  /** A check or a foreign key is added as {@code notValid()}. */
  ADD_CONSTRAINT_NOT_VALID,
  /** Such a constraint is validated. */
  VALIDATE_CONSTRAINT
}

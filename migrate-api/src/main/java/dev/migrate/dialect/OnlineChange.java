package dev.migrate.dialect;

/** A change of a table that need not keep others from writing to it, however many rows it has. */
public enum OnlineChange {
  /** An index is created {@code concurrently()}. */
  CREATE_INDEX,
  /** An index is dropped {@code concurrently()}. */
  DROP_INDEX,
  /** A column that takes NULL and has no default is added. */
  ADD_COLUMN,
  /** A column with a constant default is added. */
  ADD_COLUMN_WITH_DEFAULT,
  /** A column is dropped. */
  DROP_COLUMN,
  /** A column gets another name. */
  RENAME_COLUMN,
  /** A default is set or dropped. */
  CHANGE_DEFAULT,
  /** A varchar column may be longer. */
  WIDEN_VARCHAR,
  /** A check or a foreign key is added as {@code notValid()}. */
  ADD_CONSTRAINT_NOT_VALID,
  /** Such a constraint is validated. */
  VALIDATE_CONSTRAINT
}

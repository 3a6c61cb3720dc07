package dev.migrate.schema;

/** Where an index has its NULLs. */
public enum NullsOrder {
  /** Before all values. */
  FIRST,
  /** After all values. */
  LAST
}

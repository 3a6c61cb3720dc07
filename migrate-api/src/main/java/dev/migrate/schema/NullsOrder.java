package dev.migrate.schema;

/** Where an index sorts NULLs. */
public enum NullsOrder {
  /** Before all values. */
  FIRST,
  /** After all values. */
  LAST
}

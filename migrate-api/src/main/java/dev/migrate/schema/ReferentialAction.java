package dev.migrate.schema;

/** What happens to the referring rows when a referenced row is deleted or its key changes. */
public enum ReferentialAction {
  /** Refused at the end of the statement, or of the transaction if the key is deferred. */
  NO_ACTION,
  /** Refused at once. */
  RESTRICT,
  /** The referring rows are deleted, or updated, as well. */
  CASCADE,
  /** The referring columns become NULL. */
  SET_NULL,
  /** The referring columns get their default. */
  SET_DEFAULT
}

package dev.migrate.schema;

/** What happens to the referring rows when a referred row goes or changes its key. */
public enum ReferentialAction {
  /** Refused at the end of the statement, or of the transaction if the key is deferred. */
  NO_ACTION,
  /** Refused at once. */
  RESTRICT,
  /** The referring rows go, or change, too. */
  CASCADE,
  /** The referring columns become NULL. */
  SET_NULL,
  /** The referring columns get their default. */
  SET_DEFAULT
}

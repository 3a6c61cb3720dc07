package dev.migrate.schema;

/** When a foreign key is checked. */
public enum Deferrability {
  /** After each statement, always. */
  NOT_DEFERRABLE,
  /** After each statement, unless the transaction says otherwise. */
  INITIALLY_IMMEDIATE,
  /** At the end of the transaction, unless the transaction says otherwise. */
  INITIALLY_DEFERRED
}

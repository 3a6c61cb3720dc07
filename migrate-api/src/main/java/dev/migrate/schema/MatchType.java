package dev.migrate.schema;

/** How a foreign key with several columns checks rows in which some of them are NULL. */
public enum MatchType {
  /** A row with a NULL in any of the columns is not checked. */
  SIMPLE,
  /** Either all or none of the columns must be NULL. */
  FULL
}

package dev.migrate.schema;

/** Which rows a foreign key of several columns checks where some of them are NULL. */
public enum MatchType {
  /** A row with a NULL in one of the columns refers to nothing. */
  SIMPLE,
  /** The columns are all NULL or none is. */
  FULL
}

package dev.migrate.schema;

/** How the database generates the values of an identity column. */
public enum IdentityMode {
  /** The database generates the values that an insert does not name. */
  BY_DEFAULT,
  /** The database generates all values, and refuses inserts that name one. */
  ALWAYS
}

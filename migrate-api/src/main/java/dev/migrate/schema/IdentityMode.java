package dev.migrate.schema;

/** How a column numbers its rows by itself. */
public enum IdentityMode {
  /** The database gives a number where the insert names none. */
  BY_DEFAULT,
  /** The database always gives the number; an insert that names one is refused. */
  ALWAYS
}

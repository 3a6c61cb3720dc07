package dev.migrate.schema;

/** How the database generates the values of an identity column. */
public enum IdentityMode {
  /** The database gives a number where the insert names none. */
  BY_DEFAULT,
  /** The database always gives the number; an insert that names one is refused. */
  ALWAYS
}

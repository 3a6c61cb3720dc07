package dev.migrate.spring;

/** What happens to the database when the application starts: {@code migrate.on-start}. */
enum OnStart {
  /** Every pending revision runs. */
  UPGRADE,
  /** Nothing is written; the start fails if a revision is pending, edited or unfinished. */
  CHECK,
  /** The database is not touched. */
  NONE
}

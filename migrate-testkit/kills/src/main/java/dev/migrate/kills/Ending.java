package dev.migrate.kills;

/** What the next run does with what a killed run left. */
enum Ending {
  /** It leads to the schema and the rows that an undisturbed run leads to. */
  ENDED,
  /** It asks a question that a person can answer with a look at the database. */
  ASKED,
  /** It fails, and so does every later one, until a person repairs the database. */
  STUCK,
  /** It says that it succeeded, and schema or rows differ. */
  WRONG
}

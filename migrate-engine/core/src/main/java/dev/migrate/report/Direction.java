package dev.migrate.report;

/** Which way a revision goes. */
public enum Direction {
  /** From before the revision to after it. */
  UP,
  /** From after the revision to before it. */
  DOWN
}

package dev.migrate.report;

/** The direction of a run. */
public enum Direction {
  /** Upgrade. */
  UP,
  /** Downgrade. */
  DOWN
}

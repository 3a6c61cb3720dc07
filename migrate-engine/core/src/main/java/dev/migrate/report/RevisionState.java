package dev.migrate.report;

/** How far a revision is on a database. */
public enum RevisionState {
  /** Not applied. */
  PENDING,
  /** Applied. */
  DONE,
  /** Began to go up and did not end, or another process is at it. */
  GOING_UP,
  /** Began to go down and did not end, or another process is at it. */
  GOING_DOWN
}

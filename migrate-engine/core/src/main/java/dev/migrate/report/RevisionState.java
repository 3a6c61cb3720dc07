package dev.migrate.report;

/** The state of a revision on a database. */
public enum RevisionState {
  /** Not applied. */
  PENDING,
  /** Applied. */
  DONE,
  /** The upgrade has begun and is not done; another process may be running it. */
  GOING_UP,
  /** The downgrade has begun and is not done; another process may be running it. */
  GOING_DOWN
}

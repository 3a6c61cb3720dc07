package dev.migrate.picture.graph;

import dev.migrate.report.RevisionState;

/** The state in which a revision is drawn. */
public enum DrawnState {
  /** Not asked: the picture is of the code alone. */
  UNASKED("not compared with a database"),
  /** Applied. */
  APPLIED("applied"),
  /** Not applied. */
  PENDING("pending"),
  /** The upgrade has begun and is not done. */
  GOING_UP("going up"),
  /** The downgrade has begun and is not done. */
  GOING_DOWN("going down");

  private final String words;

  DrawnState(String words) {
    this.words = words;
  }

  static DrawnState of(RevisionState state) {
    return switch (state) {
      case PENDING -> PENDING;
      case DONE -> APPLIED;
      case GOING_UP -> GOING_UP;
      case GOING_DOWN -> GOING_DOWN;
    };
  }

  /** The state in words. */
  public String words() {
    return words;
  }
}

package dev.migrate.picture.graph;

import dev.migrate.RevisionId;

/**
 * An edge between two revisions of a picture. Immutable.
 *
 * @param from the revision that runs first
 * @param to the revision that waits for it
 */
public record DrawnEdge(RevisionId from, RevisionId to, Kind kind) {

  /** The kind of an edge. */
  public enum Kind {
    /** The second is a child of the first. */
    AFTER("after"),
    /** The second only depends on the first. */
    DEPENDS_ON("depends on");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }
}

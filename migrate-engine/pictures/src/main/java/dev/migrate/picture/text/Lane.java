package dev.migrate.picture.text;

import dev.migrate.RevisionId;
import dev.migrate.picture.graph.DrawnEdge;

/**
 * A vertical line on its way down to a revision. Immutable.
 *
 * @param target the revision to which it leads
 * @param kind the kind of the edges that it carries
 */
record Lane(RevisionId target, DrawnEdge.Kind kind) {

  boolean isSolid() {
    return kind == DrawnEdge.Kind.AFTER;
  }
}

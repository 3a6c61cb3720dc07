package dev.migrate.engine.graph;

import java.util.BitSet;

/**
 * The meaning of a target on a graph.
 *
 * @param tops the revisions that it names or that its steps reach; empty if it is below the first
 *     revision
 * @param undone revisions that a downgrade to it always undoes if they are applied: the steps down,
 *     or the start of the whole line
 */
record ResolvedTarget(BitSet tops, BitSet undone) {

  static ResolvedTarget at(BitSet tops) {
    return new ResolvedTarget(tops, new BitSet());
  }

  static ResolvedTarget below(BitSet undone) {
    return new ResolvedTarget(new BitSet(), undone);
  }
}

package dev.migrate.engine.graph;

import java.util.BitSet;

/**
 * What a target means on a graph.
 *
 * @param tops the revisions that it names, or reaches by its steps; empty if it is below the first
 *     revision
 * @param undone what a downgrade to it surely undoes, as far as it is applied: the steps down, or
 *     where the whole line begins
 */
record ResolvedTarget(BitSet tops, BitSet undone) {

  static ResolvedTarget at(BitSet tops) {
    return new ResolvedTarget(tops, new BitSet());
  }

  static ResolvedTarget below(BitSet undone) {
    return new ResolvedTarget(new BitSet(), undone);
  }
}

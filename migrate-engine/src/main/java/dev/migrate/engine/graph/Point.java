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
record Point(BitSet tops, BitSet undone) {

  static Point at(BitSet tops) {
    return new Point(tops, new BitSet());
  }

  static Point below(BitSet undone) {
    return new Point(new BitSet(), undone);
  }
}

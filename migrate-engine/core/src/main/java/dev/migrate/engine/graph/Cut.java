package dev.migrate.engine.graph;

import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.function.ToIntBiFunction;

/**
 * A set of revisions cut in two: those taken by a number of steps, and the rest. The cut is
 * <em>forced</em> if the same number of steps takes the same revisions in every possible order,
 * which is so if everything taken has a path to everything in the rest. Immutable and thread-safe.
 *
 * @param taken the first or the last of the set
 * @param choices revisions that could be taken, of which only some are; empty if the cut is forced
 */
record Cut(BitSet taken, BitSet rest, BitSet choices) {

  private static final int CHOICES_LOOKED_AT = 10;

  boolean isForced() {
    return choices.isEmpty();
  }

  /**
   * Takes the first of a set, none before what it needs.
   *
   * @param set the set to take from
   * @param count how many, at most the whole set
   */
  static Cut first(Topology topology, BitSet set, int count) {
    BitSet taken = new BitSet();
    set.stream().limit(count).forEach(taken::set);
    BitSet rest = Topology.minus(set, taken);
    BitSet choices =
        choices(
            topology.maximal(taken),
            topology.minimal(rest),
            topology::needsOf,
            node -> topology.ancestors(Topology.only(node)));
    return new Cut(taken, rest, choices);
  }

  /**
   * Takes the last of a set, none before what needs it.
   *
   * @param set the set to take from
   * @param count how many, at most the whole set
   */
  static Cut last(Topology topology, BitSet set, int count) {
    BitSet rest = new BitSet();
    set.stream().limit(set.cardinality() - count).forEach(rest::set);
    BitSet taken = Topology.minus(set, rest);
    BitSet choices =
        choices(
            topology.minimal(taken),
            topology.maximal(rest),
            topology::dependentsOf,
            node -> topology.descendants(Topology.only(node)));
    return new Cut(taken, rest, choices);
  }

  /**
   * Only revisions at the borders of the two parts can be exchanged. Direct edges almost always
   * show that they cannot, so the full traversal is rare.
   */
  private static BitSet choices(
      BitSet takenBorder,
      BitSet restBorder,
      ToIntBiFunction<Integer, BitSet> edges,
      IntFunction<BitSet> walk) {
    BitSet choices = new BitSet();
    int borderSize = takenBorder.cardinality();
    int found = 0;
    for (int node = restBorder.nextSetBit(0);
        node >= 0 && found < CHOICES_LOOKED_AT;
        node = restBorder.nextSetBit(node + 1)) {
      if (edges.applyAsInt(node, takenBorder) == borderSize) {
        continue;
      }
      BitSet apart = Topology.minus(takenBorder, walk.apply(node));
      if (!apart.isEmpty()) {
        found++;
        choices.or(apart);
        choices.set(node);
      }
    }
    return choices;
  }
}

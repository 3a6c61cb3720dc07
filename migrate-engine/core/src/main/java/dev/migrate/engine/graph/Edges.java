package dev.migrate.engine.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Edges of one kind between numbered nodes, in two arrays and without duplicates. Immutable and
 * thread-safe once built; {@link LineageGraph} consists of them.
 */
final class Edges {

  private final int[] starts;
  private final int[] targets;

  private Edges(int[] starts, int[] targets) {
    this.starts = starts;
    this.targets = targets;
  }

  /** Collects the edges node by node, in the order of the nodes. */
  static final class Builder {

    private final int[] starts;
    private int[] targets = new int[16];
    private int nodes;
    private int edges;

    Builder(int size) {
      starts = new int[size + 1];
    }

    /** Adds an edge from the current node. */
    void add(int target) {
      if (edges == targets.length) {
        targets = Arrays.copyOf(targets, edges * 2);
      }
      targets[edges++] = target;
    }

    /** Moves to the next node. */
    void next() {
      starts[++nodes] = edges;
    }

    Edges build() {
      return new Edges(starts, Arrays.copyOf(targets, edges));
    }
  }

  int size() {
    return starts.length - 1;
  }

  /** The number of edges that leave the node. */
  int degree(int node) {
    return starts[node + 1] - starts[node];
  }

  /** The target of the nth edge of the node. */
  int target(int node, int n) {
    return targets[starts[node] + n];
  }

  /** Marks every node that an edge of this node leads to. */
  void mark(int node, BitSet marks) {
    for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
      marks.set(targets[edge]);
    }
  }

  /** The number of edges of this node that lead into the set. */
  int count(int node, BitSet set) {
    int count = 0;
    for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
      count += set.get(targets[edge]) ? 1 : 0;
    }
    return count;
  }

  /** The reversed edges; the targets of a node are ascending. */
  Edges reversed() {
    int[] reversedStarts = new int[starts.length];
    for (int target : targets) {
      reversedStarts[target + 1]++;
    }
    for (int node = 0; node < size(); node++) {
      reversedStarts[node + 1] += reversedStarts[node];
    }
    int[] free = Arrays.copyOf(reversedStarts, size());
    int[] reversedTargets = new int[targets.length];
    for (int node = 0; node < size(); node++) {
      for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
        reversedTargets[free[targets[edge]]++] = node;
      }
    }
    return new Edges(reversedStarts, reversedTargets);
  }

  /** The same edges where the node {@code order[i]} is called {@code i}. */
  Edges renumbered(int[] order) {
    int[] names = new int[order.length];
    for (int node = 0; node < order.length; node++) {
      names[order[node]] = node;
    }
    Builder builder = new Builder(order.length);
    for (int old : order) {
      for (int edge = starts[old]; edge < starts[old + 1]; edge++) {
        builder.add(names[targets[edge]]);
      }
      builder.next();
    }
    return builder.build();
  }
}

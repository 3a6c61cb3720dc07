package dev.migrate.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds parents that are also ancestors of another parent of the same node. Nodes are numbered so
 * that every edge leads from a higher number to a lower one.
 *
 * <p>A parent on the same level as all others of its node is none; so most graphs cost one pass.
 * The others are looked for 64 at a time, each group in one pass from the first of them upwards.
 */
final class RedundantParents {

  /** An ancestor of another parent of a node, both by their place among the node's parents. */
  record Found(int node, int ancestor, int descendant) {}

  private final Edges parents;
  private final List<Found> found = new ArrayList<>();

  /** For each node, which of the group it is, as a bit. */
  private final long[] member;

  /** For each node, which of the group are its ancestors. */
  private final long[] ancestors;

  private RedundantParents(Edges parents) {
    this.parents = parents;
    this.member = new long[parents.size()];
    this.ancestors = new long[parents.size()];
  }

  /** All of them, in the order of the nodes and of their parents. */
  static List<Found> in(Edges parents) {
    int[] suspects = suspects(parents);
    if (suspects.length == 0) {
      return List.of();
    }
    RedundantParents search = new RedundantParents(parents);
    for (int first = 0; first < suspects.length; first += Long.SIZE) {
      int end = Math.min(first + Long.SIZE, suspects.length);
      search.group(Arrays.copyOfRange(suspects, first, end));
    }
    search.found.sort(
        Comparator.comparingInt(Found::node)
            .thenComparingInt(Found::ancestor)
            .thenComparingInt(Found::descendant));
    return search.found;
  }

  /** The parents that are on a lower level than another parent of the same node, ascending. */
  private static int[] suspects(Edges parents) {
    int[] levels = new int[parents.size()];
    boolean[] suspected = new boolean[parents.size()];
    int count = 0;
    for (int node = 0; node < parents.size(); node++) {
      int highest = -1;
      for (int n = 0; n < parents.degree(node); n++) {
        highest = Math.max(highest, levels[parents.target(node, n)]);
      }
      levels[node] = highest + 1;
      for (int n = 0; n < parents.degree(node); n++) {
        int parent = parents.target(node, n);
        if (levels[parent] < highest && !suspected[parent]) {
          suspected[parent] = true;
          count++;
        }
      }
    }
    int[] suspects = new int[count];
    for (int node = parents.size() - 1; node >= 0; node--) {
      if (suspected[node]) {
        suspects[--count] = node;
      }
    }
    return suspects;
  }

  private void group(int[] group) {
    for (int i = 0; i < group.length; i++) {
      member[group[i]] = 1L << i;
    }
    for (int node = group[0]; node < parents.size(); node++) {
      long direct = 0;
      long indirect = 0;
      for (int n = 0; n < parents.degree(node); n++) {
        int parent = parents.target(node, n);
        direct |= member[parent];
        indirect |= ancestors[parent];
      }
      ancestors[node] = direct | indirect;
      if ((direct & indirect) != 0) {
        note(node, direct & indirect);
      }
    }
    Arrays.fill(ancestors, group[0], ancestors.length, 0);
    for (int node : group) {
      member[node] = 0;
    }
  }

  private void note(int node, long redundant) {
    for (int low = 0; low < parents.degree(node); low++) {
      long bit = member[parents.target(node, low)] & redundant;
      for (int high = 0; bit != 0 && high < parents.degree(node); high++) {
        if ((ancestors[parents.target(node, high)] & bit) != 0) {
          found.add(new Found(node, low, high));
        }
      }
    }
  }
}

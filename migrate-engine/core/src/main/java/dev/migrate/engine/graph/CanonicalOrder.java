package dev.migrate.engine.graph;

import java.util.Arrays;

/** The order of revisions that depends on the graph alone, not on the order of registration. */
final class CanonicalOrder {

  private CanonicalOrder() {}

  /**
   * Kahn's algorithm on a stack, the smaller number first. Branches stay together, and a node that
   * no other needs does not affect the order of the others.
   *
   * @param needs the edges, with nodes numbered by the rank of their ids
   * @return the nodes in order, without those on cycles
   */
  static int[] of(Edges needs) {
    Edges dependents = needs.reversed();
    int size = needs.size();
    int[] waitsFor = new int[size];
    int[] stack = new int[size];
    int height = 0;
    for (int node = size - 1; node >= 0; node--) {
      waitsFor[node] = needs.degree(node);
      if (waitsFor[node] == 0) {
        stack[height++] = node;
      }
    }
    int[] order = new int[size];
    int done = 0;
    while (height > 0) {
      int node = stack[--height];
      order[done++] = node;
      for (int n = dependents.degree(node) - 1; n >= 0; n--) {
        int dependent = dependents.target(node, n);
        if (--waitsFor[dependent] == 0) {
          stack[height++] = dependent;
        }
      }
    }
    return Arrays.copyOf(order, done);
  }
}

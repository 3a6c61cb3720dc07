package dev.migrate.engine.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds cycles: Tarjan's strongly connected components, without recursion. Used by one thread,
 * once.
 */
final class Cycles {

  /**
   * A strongly connected component: nodes that all need each other.
   *
   * @param path a shortest cycle through the smallest member, from there on
   * @param members all nodes
   */
  record Knot(List<Integer> path, BitSet members) {}

  private static final int UNSEEN = -1;

  private final Edges needs;
  private final int[] seen;
  private final int[] low;
  private final int[] tried;
  private final BitSet open = new BitSet();
  private final ArrayDeque<Integer> walk = new ArrayDeque<>();
  private final ArrayDeque<Integer> component = new ArrayDeque<>();
  private final List<Knot> knots = new ArrayList<>();
  private int count;

  private Cycles(Edges needs) {
    this.needs = needs;
    this.seen = new int[needs.size()];
    this.low = new int[needs.size()];
    this.tried = new int[needs.size()];
    Arrays.fill(seen, UNSEEN);
  }

  /**
   * The strongly connected components of a graph with several nodes.
   *
   * @param needs the edges, without loops from a node to itself
   * @return the components, ordered by smallest member
   */
  static List<Knot> in(Edges needs) {
    Cycles cycles = new Cycles(needs);
    for (int node = 0; node < needs.size(); node++) {
      if (cycles.seen[node] == UNSEEN) {
        cycles.walkFrom(node);
      }
    }
    cycles.knots.sort((one, other) -> Integer.compare(one.path().get(0), other.path().get(0)));
    return cycles.knots;
  }

  private void walkFrom(int start) {
    enter(start);
    while (!walk.isEmpty()) {
      int node = walk.element();
      if (tried[node] < needs.degree(node)) {
        int next = needs.target(node, tried[node]++);
        if (seen[next] == UNSEEN) {
          enter(next);
        } else if (open.get(next)) {
          low[node] = Math.min(low[node], seen[next]);
        }
      } else {
        leave(walk.pop());
      }
    }
  }

  private void enter(int node) {
    seen[node] = count;
    low[node] = count++;
    open.set(node);
    walk.push(node);
    component.push(node);
  }

  private void leave(int node) {
    if (!walk.isEmpty()) {
      int caller = walk.element();
      low[caller] = Math.min(low[caller], low[node]);
    }
    if (low[node] == seen[node]) {
      BitSet members = new BitSet();
      int member;
      do {
        member = component.pop();
        open.clear(member);
        members.set(member);
      } while (member != node);
      if (members.cardinality() > 1) {
        knots.add(new Knot(shortest(members), members));
      }
    }
  }

  private List<Integer> shortest(BitSet members) {
    int start = members.nextSetBit(0);
    int[] cameFrom = new int[needs.size()];
    Arrays.fill(cameFrom, UNSEEN);
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
    while (cameFrom[start] == UNSEEN) {
      int node = queue.remove();
      for (int n = 0; n < needs.degree(node); n++) {
        int next = needs.target(node, n);
        if (members.get(next) && cameFrom[next] == UNSEEN) {
          cameFrom[next] = node;
          queue.add(next);
        }
      }
    }
    ArrayDeque<Integer> path = new ArrayDeque<>(List.of(start));
    for (int node = cameFrom[start]; node != start; node = cameFrom[node]) {
      path.push(node);
    }
    path.addFirst(path.removeLast());
    return List.copyOf(path);
  }
}

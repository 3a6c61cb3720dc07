package dev.migrate.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Determines which revisions are parallel: neither is an ancestor of the other. Answers in constant
 * time, because a graph is mostly a line with short stretches of branches: it is cut at every
 * revision that is parallel to none, and only revisions of the same stretch can be parallel.
 * Revisions are identified by their position in the canonical order. Not thread-safe.
 */
public final class Parallels {

  /**
   * The maximum size of the table of a stretch; for larger ones, each query traverses the graph.
   */
  private static final long MOST_CELLS = 40_000_000;

  private static final int ALONE = -1;

  private final Topology topology;
  private final int[] stretches;
  private final int[] starts;
  private final Map<Integer, Stretch> reaches = new HashMap<>();

  /** For each revision of a stretch, its latest ancestor in each chain of the stretch. */
  private static final class Stretch {

    /** The chain of each revision. */
    private final int[] chains;

    /** By revision and chain, the last ancestor in the chain; -1 for none. */
    private final int[][] reach;

    private Stretch(int[] chains, int[][] reach) {
      this.chains = chains;
      this.reach = reach;
    }
  }

  private Parallels(LineageGraph graph) {
    this.topology = graph.topology();
    BitSet cuts = topology.cuts();
    this.stretches = new int[graph.size()];
    List<Integer> begins = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      if (cuts.get(node)) {
        stretches[node] = ALONE;
      } else {
        if (node == 0 || cuts.get(node - 1)) {
          begins.add(node);
        }
        stretches[node] = begins.size() - 1;
      }
    }
    this.starts = begins.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The parallel revisions of a graph. */
  public static Parallels of(LineageGraph graph) {
    return new Parallels(graph);
  }

  /**
   * Whether every other revision is an ancestor or a descendant of this one.
   *
   * @return true if it is parallel to none
   */
  public boolean isAlone(int node) {
    return stretches[node] == ALONE;
  }

  /**
   * The stretch of a revision; revisions of different stretches are not parallel.
   *
   * @return the number of the stretch, -1 for a revision that is parallel to none
   */
  public int stretch(int node) {
    return stretches[node];
  }

  /**
   * Whether two revisions are parallel.
   *
   * @param one the position of one revision
   * @param other the position of the other revision
   * @return true if neither is an ancestor of the other; no revision is parallel to itself
   */
  public boolean areParallel(int one, int other) {
    int stretch = stretches[one];
    return one != other
        && stretch != ALONE
        && stretch == stretches[other]
        && !isBefore(Math.min(one, other), Math.max(one, other), stretch);
  }

  /**
   * Whether one revision is an ancestor of another.
   *
   * @param one the position of one revision
   * @param other the position of the other revision
   * @return true if it is; no revision is its own ancestor
   */
  public boolean isBefore(int one, int other) {
    int stretch = stretches[one];
    return one < other
        && (stretch == ALONE || stretch != stretches[other] || isBefore(one, other, stretch));
  }

  private boolean isBefore(int low, int high, int number) {
    int start = starts[number];
    Stretch stretch = reaches.computeIfAbsent(number, this::reach);
    return stretch.reach.length == 0
        ? topology.isAncestor(low, high)
        : stretch.reach[high - start][stretch.chains[low - start]] >= low;
  }

  private Stretch reach(int number) {
    int start = starts[number];
    int end = start;
    while (end < stretches.length && stretches[end] == number) {
      end++;
    }
    int size = end - start;
    int[] chains = new int[size];
    int count = 0;
    BitSet lasts = new BitSet(size);
    for (int node = start; node < end; node++) {
      int before = -1;
      for (int need : topology.needs(node)) {
        before = need >= start && lasts.get(need - start) ? Math.max(before, need - start) : before;
      }
      if (before >= 0) {
        lasts.clear(before);
      }
      lasts.set(node - start);
      chains[node - start] = before >= 0 ? chains[before] : count++;
    }
    if ((long) size * count > MOST_CELLS) {
      return new Stretch(chains, new int[0][]);
    }
    int[][] reach = new int[size][];
    for (int node = start; node < end; node++) {
      int[] mine = new int[count];
      Arrays.fill(mine, -1);
      for (int need : topology.needs(node)) {
        if (need >= start) {
          int[] others = reach[need - start];
          for (int chain = 0; chain < count; chain++) {
            mine[chain] = Math.max(mine[chain], others[chain]);
          }
          int chain = chains[need - start];
          mine[chain] = Math.max(mine[chain], need);
        }
      }
      reach[node - start] = mine;
    }
    return new Stretch(chains, reach);
  }

  /** The parents and dependencies of a revision. */
  public int[] needs(int node) {
    return topology.needs(node);
  }

  /**
   * The given revisions and their ancestors, without another revision and its ancestors. Goes no
   * further up than their common ancestors.
   *
   * @param nodes the positions of the given revisions
   * @param other the position of the other revision
   * @return the positions in the canonical order
   */
  public List<Integer> beyond(Collection<Integer> nodes, int other) {
    BitSet open = new BitSet();
    nodes.forEach(open::set);
    BitSet common = new BitSet();
    int wanted = open.cardinality() - (open.get(other) ? 1 : 0);
    open.set(other);
    common.set(other);
    List<Integer> beyond = new ArrayList<>();
    // What a revision needs has a lower position: everything that leads to a node comes before it.
    for (int node = open.length() - 1; wanted > 0; node = open.previousSetBit(node - 1)) {
      boolean isCommon = common.get(node);
      if (!isCommon) {
        wanted--;
        beyond.add(node);
      }
      for (int need : topology.needs(node)) {
        boolean isNew = !open.get(need);
        open.set(need);
        if (isCommon && !common.get(need)) {
          common.set(need);
          wanted -= isNew ? 0 : 1;
        } else if (!isCommon && isNew) {
          wanted++;
        }
      }
    }
    Collections.reverse(beyond);
    return beyond;
  }
}

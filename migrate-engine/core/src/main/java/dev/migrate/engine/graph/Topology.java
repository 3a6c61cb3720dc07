package dev.migrate.engine.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A graph whose nodes are numbered so that every edge leads from a higher number to a lower one; so
 * a traversal in one direction is one pass over the numbers. Immutable and thread-safe. Arguments
 * are not modified; returned sets are new.
 */
final class Topology {

  private final Edges parents;
  private final Edges children;
  private final Edges needs;
  private final Edges dependents;

  /**
   * Creates the topology.
   *
   * @param parents edges from a revision to its parents
   * @param needs edges from a revision to its parents and dependencies
   */
  Topology(Edges parents, Edges needs) {
    this.parents = parents;
    this.children = parents.reversed();
    this.needs = needs;
    this.dependents = needs.reversed();
  }

  int size() {
    return needs.size();
  }

  BitSet all() {
    BitSet all = new BitSet(size());
    all.set(0, size());
    return all;
  }

  /** The set and everything that it needs. */
  BitSet ancestors(BitSet set) {
    return down(set, needs);
  }

  /** The set and everything that needs it. */
  BitSet descendants(BitSet set) {
    return up(set, dependents);
  }

  /** The set and all parents of parents, without dependencies. */
  BitSet lineBelow(BitSet set) {
    return down(set, parents);
  }

  /** The set and all children of children, without dependents. */
  BitSet lineAbove(BitSet set) {
    return up(set, children);
  }

  BitSet parents(BitSet set) {
    return neighbours(set, parents);
  }

  BitSet children(BitSet set) {
    return neighbours(set, children);
  }

  /** How many of the set the node needs directly. */
  int needsOf(int node, BitSet set) {
    return needs.count(node, set);
  }

  /** How many of the set need the node directly. */
  int dependentsOf(int node, BitSet set) {
    return dependents.count(node, set);
  }

  /**
   * The next node down a line without branches and joins.
   *
   * @return the only parent of the node, if it is in the set and has no other child there; else -1
   */
  int before(int node, BitSet set) {
    if (parents.degree(node) != 1 || !set.get(parents.target(node, 0))) {
      return -1;
    }
    int parent = parents.target(node, 0);
    for (int n = 0; n < children.degree(parent); n++) {
      int child = children.target(parent, n);
      if (child != node && set.get(child)) {
        return -1;
      }
    }
    return parent;
  }

  /** The nodes of the set that need no other of it, not even through nodes outside. */
  BitSet minimal(BitSet set) {
    return minus(set, descendants(neighbours(set, dependents)));
  }

  /** The nodes of the set that no other of it needs, not even through nodes outside. */
  BitSet maximal(BitSet set) {
    return minus(set, ancestors(neighbours(set, needs)));
  }

  /** The nodes of the set without a child in it. */
  BitSet heads(BitSet set) {
    return minus(set, neighbours(set, parents));
  }

  /** The nodes of the set that no other of it is after, not even through nodes outside. */
  BitSet tops(BitSet set) {
    return minus(set, lineBelow(parents(set)));
  }

  /**
   * For each node, the latest place among all nodes that it needs, directly or indirectly.
   *
   * @param places the place of each node
   * @param none the result for nodes that need nothing
   * @return the result for each node
   */
  int[] latestNeed(int[] places, int none) {
    int[] latest = new int[size()];
    for (int node = 0; node < size(); node++) {
      latest[node] = none;
      for (int n = 0; n < needs.degree(node); n++) {
        int need = needs.target(node, n);
        latest[node] = Math.max(latest[node], Math.max(latest[need], places[need]));
      }
    }
    return latest;
  }

  /**
   * For each node, the earliest place among all nodes that need it, directly or indirectly.
   *
   * @param places the place of each node
   * @param none the result for nodes that nothing needs
   * @return the result for each node
   */
  int[] earliestDependent(int[] places, int none) {
    int[] earliest = new int[size()];
    for (int node = size() - 1; node >= 0; node--) {
      earliest[node] = none;
      for (int n = 0; n < dependents.degree(node); n++) {
        int dependent = dependents.target(node, n);
        earliest[node] = Math.min(earliest[node], Math.min(earliest[dependent], places[dependent]));
      }
    }
    return earliest;
  }

  /** The nodes without parents. */
  BitSet bases() {
    return withDegree(parents, 0, 0);
  }

  /** The nodes with several parents. */
  BitSet mergePoints() {
    return withDegree(parents, 2, Integer.MAX_VALUE);
  }

  /** The nodes with several children. */
  BitSet branchPoints() {
    return withDegree(children, 2, Integer.MAX_VALUE);
  }

  /** Whether {@code high} needs {@code low}, directly or indirectly; no node needs itself. */
  boolean isAncestor(int low, int high) {
    if (low >= high) {
      return false;
    }
    BitSet reached = new BitSet(high + 1);
    for (int node = high; node > low; node = reached.previousSetBit(node - 1)) {
      needs.mark(node, reached);
    }
    return reached.get(low);
  }

  /** The nodes that a node needs directly. */
  int[] needs(int node) {
    int[] all = new int[needs.degree(node)];
    Arrays.setAll(all, n -> needs.target(node, n));
    return all;
  }

  /** The nodes that need all lower ones and that all higher ones need. */
  BitSet cuts() {
    BitSet cuts = new BitSet(size());
    BitSet open = new BitSet(size());
    int count = 0;
    for (int node = 0; node < size(); node++) {
      int met = needs.count(node, open);
      cuts.set(node, met == count);
      for (int n = 0; n < needs.degree(node); n++) {
        open.clear(needs.target(node, n));
      }
      open.set(node);
      count += 1 - met;
    }
    open.clear();
    count = 0;
    for (int node = size() - 1; node >= 0; node--) {
      int met = dependents.count(node, open);
      if (met != count) {
        cuts.clear(node);
      }
      for (int n = 0; n < dependents.degree(node); n++) {
        open.clear(dependents.target(node, n));
      }
      open.set(node);
      count += 1 - met;
    }
    return cuts;
  }

  static BitSet minus(BitSet set, BitSet less) {
    BitSet rest = copy(set);
    rest.andNot(less);
    return rest;
  }

  static BitSet both(BitSet one, BitSet other) {
    BitSet common = copy(one);
    common.and(other);
    return common;
  }

  static BitSet either(BitSet one, BitSet other) {
    BitSet union = copy(one);
    union.or(other);
    return union;
  }

  static BitSet only(int node) {
    BitSet set = new BitSet(node + 1);
    set.set(node);
    return set;
  }

  private static BitSet copy(BitSet set) {
    return (BitSet) set.clone();
  }

  private static BitSet down(BitSet set, Edges edges) {
    BitSet closed = copy(set);
    for (int node = closed.length() - 1; node >= 0; node = closed.previousSetBit(node - 1)) {
      edges.mark(node, closed);
    }
    return closed;
  }

  private static BitSet up(BitSet set, Edges edges) {
    BitSet closed = copy(set);
    for (int node = closed.nextSetBit(0); node >= 0; node = closed.nextSetBit(node + 1)) {
      edges.mark(node, closed);
    }
    return closed;
  }

  private BitSet neighbours(BitSet set, Edges edges) {
    BitSet marks = new BitSet(size());
    for (int node = set.nextSetBit(0); node >= 0; node = set.nextSetBit(node + 1)) {
      edges.mark(node, marks);
    }
    return marks;
  }

  private BitSet withDegree(Edges edges, int least, int most) {
    BitSet found = new BitSet(size());
    for (int node = 0; node < size(); node++) {
      int degree = edges.degree(node);
      found.set(node, degree >= least && degree <= most);
    }
    return found;
  }
}

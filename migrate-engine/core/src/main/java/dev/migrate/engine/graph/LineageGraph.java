package dev.migrate.engine.graph;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.GraphException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions and what comes before what. Immutable and thread-safe; built once and shared.
 *
 * <p>Two kinds of edges: a revision is <em>after</em> its parents, which makes lines, branches and
 * heads; and it may <em>depend on</em> others, which only orders. <em>Ancestors</em> and
 * <em>descendants</em> are over both kinds, <em>parents</em>, <em>children</em> and <em>lines</em>
 * over the first.
 *
 * <p>The canonical order puts every revision after its ancestors, keeps a branch in one piece and
 * begins with the smaller id where there is a choice. It depends on the graph alone; adding
 * revisions that nothing so far needs does not change how the others are ordered. Every set that
 * this class returns is unmodifiable and iterates in the canonical order. Building and every query
 * take time linear in revisions and edges at most.
 */
public final class LineageGraph {

  private final List<Lineage> ordered;
  private final Map<RevisionId, Integer> positions;
  private final RevisionNames names;
  private final Topology topology;

  /** Takes over what {@link GraphBuilder} made. */
  LineageGraph(
      List<Lineage> ordered,
      Map<RevisionId, Integer> positions,
      RevisionNames names,
      Topology topology) {
    this.ordered = ordered;
    this.positions = positions;
    this.names = names;
    this.topology = topology;
  }

  /**
   * The graph of these revisions, in whatever order they come.
   *
   * @param lineages the revisions, possibly none
   * @throws GraphException with every problem, if an id or a label is there twice, a label is also
   *     an id, a parent or dependency is not there, or revisions wait for themselves
   */
  public static LineageGraph of(Collection<Lineage> lineages) {
    return GraphBuilder.build(lineages);
  }

  /**
   * This graph and the revisions that it lacks, such as those that only the history knows. One that
   * is here already stays as it is here.
   *
   * @param more further revisions; their parents and dependencies are here or among them
   * @return the larger graph, or this one if it lacks nothing
   * @throws GraphException with every problem, if they do not form a graph together
   */
  public LineageGraph union(Collection<Lineage> more) {
    List<Lineage> all = new ArrayList<>(ordered);
    more.stream().filter(lineage -> !contains(lineage.id())).forEach(all::add);
    return all.size() == size() ? this : of(all);
  }

  /**
   * How many revisions there are.
   *
   * @return the number, 0 or more
   */
  public int size() {
    return ordered.size();
  }

  /**
   * Whether there is a revision with this id.
   *
   * @return whether it is there
   */
  public boolean contains(RevisionId id) {
    return positions.containsKey(id);
  }

  /**
   * Where a revision stands.
   *
   * @return its lineage as it was stated
   * @throws IllegalArgumentException if there is no such revision
   */
  public Lineage lineage(RevisionId id) {
    return ordered.get(position(id));
  }

  /** Every revision in the canonical order. */
  public List<RevisionId> order() {
    return ordered.stream().map(Lineage::id).toList();
  }

  /**
   * The place of a revision in the canonical order.
   *
   * @return the place, the first is 0
   * @throws IllegalArgumentException if there is no such revision
   */
  public int position(RevisionId id) {
    Integer position = positions.get(id);
    if (position == null) {
      throw new IllegalArgumentException("the graph has no revision " + id);
    }
    return position;
  }

  /**
   * Compares revisions by their place in the canonical order.
   *
   * @return a comparator that throws {@link IllegalArgumentException} for a revision that is not
   *     there
   */
  public Comparator<RevisionId> comparator() {
    return Comparator.comparingInt(this::position);
  }

  /** The revisions without a child, even if another depends on them. */
  public Set<RevisionId> heads() {
    return revisions(topology.heads(topology.all()));
  }

  /**
   * The revisions that no other needs: without a child, and nothing depends on them. Everything is
   * an ancestor of one of them.
   */
  public Set<RevisionId> effectiveHeads() {
    return revisions(topology.maximal(topology.all()));
  }

  /** The revisions without a parent. */
  public Set<RevisionId> bases() {
    return revisions(topology.bases());
  }

  /** The revisions with several children. */
  public Set<RevisionId> branchPoints() {
    return revisions(topology.branchPoints());
  }

  /** The revisions with several parents. */
  public Set<RevisionId> mergePoints() {
    return revisions(topology.mergePoints());
  }

  /**
   * The revisions right after this one.
   *
   * @return its children, possibly none
   * @throws IllegalArgumentException if there is no such revision
   */
  public Set<RevisionId> children(RevisionId id) {
    return revisions(topology.children(Topology.only(position(id))));
  }

  /**
   * These revisions and all that must run before them.
   *
   * @param ids revisions
   * @throws IllegalArgumentException if one is not there
   */
  public Set<RevisionId> ancestors(Set<RevisionId> ids) {
    return revisions(topology.ancestors(positions(ids)));
  }

  /**
   * These revisions and all that must run after them.
   *
   * @param ids revisions
   * @throws IllegalArgumentException if one is not there
   */
  public Set<RevisionId> descendants(Set<RevisionId> ids) {
    return revisions(topology.descendants(positions(ids)));
  }

  /**
   * Whether one revision must run before another. No revision is its own ancestor.
   *
   * @return whether an edge leads, at once or by way of others, from the other to the one
   * @throws IllegalArgumentException if one is not there
   */
  public boolean isAncestor(RevisionId ancestor, RevisionId descendant) {
    return topology.isAncestor(position(ancestor), position(descendant));
  }

  /**
   * The revisions that an order puts on the wrong side of another: before one of their ancestors,
   * or after one of their descendants. Those that are not in the order do not count, but lead from
   * one to another.
   *
   * @param order revisions, each once
   * @return those of them that are not where the graph has them
   * @throws IllegalArgumentException if one is not there
   */
  public Set<RevisionId> misplaced(List<RevisionId> order) {
    int[] ascending = new int[size()];
    int[] descending = new int[size()];
    Arrays.fill(ascending, -1);
    Arrays.fill(descending, order.size());
    for (int place = 0; place < order.size(); place++) {
      ascending[position(order.get(place))] = place;
      descending[position(order.get(place))] = place;
    }
    int[] latest = topology.latestNeed(ascending, -1);
    int[] earliest = topology.earliestDependent(descending, order.size());
    BitSet misplaced = new BitSet(size());
    for (RevisionId id : order) {
      int node = position(id);
      misplaced.set(node, latest[node] > ascending[node] || earliest[node] < ascending[node]);
    }
    return revisions(misplaced);
  }

  /**
   * The revision that carries a label.
   *
   * @return the revision, if there is one
   */
  public Optional<RevisionId> labelled(String label) {
    return names.labelled(label).stream().mapToObj(this::at).findFirst();
  }

  /**
   * The line that starts at a revision: itself and what is after it, dependents not included.
   *
   * @param start the revision, such as the one that carries a label
   * @throws IllegalArgumentException if there is no such revision
   */
  public Set<RevisionId> line(RevisionId start) {
    return revisions(topology.lineAbove(Topology.only(position(start))));
  }

  /**
   * The revision at a place of the canonical order.
   *
   * @param position the place, the first is 0
   */
  public RevisionId at(int position) {
    return ordered.get(position).id();
  }

  RevisionNames names() {
    return names;
  }

  Topology topology() {
    return topology;
  }

  Lineage lineageAt(int position) {
    return ordered.get(position);
  }

  List<RevisionId> list(BitSet set) {
    return set.stream().mapToObj(this::at).toList();
  }

  BitSet positions(Collection<RevisionId> ids) {
    BitSet set = new BitSet(size());
    ids.forEach(id -> set.set(position(id)));
    return set;
  }

  /** Takes over the positions: nobody may change them afterwards. */
  Set<RevisionId> revisions(BitSet set) {
    return new RevisionSet(this, set);
  }

  @Override
  public String toString() {
    return String.join("\n", ordered.stream().map(Lineage::toString).toList());
  }
}

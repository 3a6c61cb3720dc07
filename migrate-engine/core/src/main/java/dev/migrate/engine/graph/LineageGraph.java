package dev.migrate.engine.graph;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.GraphException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of revisions. Immutable and thread-safe; built once and shared.
 *
 * <p>There are two kinds of edges: a revision is <em>after</em> its parents, which forms lines,
 * branches and heads; and it may <em>depend on</em> others, which only affects the order.
 * <em>Ancestors</em> and <em>descendants</em> follow both kinds, <em>parents</em>,
 * <em>children</em> and <em>lines</em> only the first.
 *
 * <p>The canonical order puts every revision after its ancestors, keeps branches together, and
 * takes the smaller id first where there is a choice. It depends only on the graph; adding
 * revisions that no existing one needs does not reorder the others. All returned sets are
 * unmodifiable and iterate in the canonical order. Building the graph and all queries take at most
 * linear time in revisions and edges.
 */
public final class LineageGraph {

  private final List<Lineage> ordered;
  private final Map<RevisionId, Integer> positions;
  private final RevisionNames names;
  private final Topology topology;

  /** Called by {@link GraphBuilder}. */
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
   * The graph of these revisions, given in any order.
   *
   * @param lineages the revisions, possibly none
   * @throws GraphException with all problems, if an id or label is duplicated, a label is also an
   *     id, a parent or dependency does not exist, or there is a cycle
   */
  public static LineageGraph of(Collection<Lineage> lineages) {
    return GraphBuilder.build(lineages);
  }

  /**
   * This graph extended by missing revisions, such as those that are only in the history. Existing
   * revisions stay as they are.
   *
   * @param more further revisions, whose parents and dependencies are in this graph or among them
   * @return the larger graph, or this one if nothing is missing
   * @throws GraphException with all problems, if they do not form a graph together
   */
  public LineageGraph union(Collection<Lineage> more) {
    List<Lineage> all = new ArrayList<>(ordered);
    more.stream().filter(lineage -> !contains(lineage.id())).forEach(all::add);
    return all.size() == size() ? this : of(all);
  }

  /**
   * The number of revisions.
   *
   * @return the number, 0 or more
   */
  public int size() {
    return ordered.size();
  }

  /**
   * Whether the graph has a revision with this id.
   *
   * @return whether it is there
   */
  public boolean contains(RevisionId id) {
    return positions.containsKey(id);
  }

  /**
   * The lineage of a revision.
   *
   * @throws IllegalArgumentException if the revision is unknown
   */
  public Lineage lineage(RevisionId id) {
    return ordered.get(position(id));
  }

  /** All revisions in the canonical order. */
  public List<RevisionId> order() {
    List<RevisionId> ids = new ArrayList<>(size());
    for (Lineage lineage : ordered) {
      ids.add(lineage.id());
    }
    return Collections.unmodifiableList(ids);
  }

  /**
   * The position of a revision in the canonical order.
   *
   * @return the position, from 0
   * @throws IllegalArgumentException if the revision is unknown
   */
  public int position(RevisionId id) {
    Integer position = positions.get(id);
    if (position == null) {
      throw new IllegalArgumentException("the graph has no revision " + id);
    }
    return position;
  }

  /**
   * Compares revisions by their position in the canonical order.
   *
   * @return a comparator that throws {@link IllegalArgumentException} for an unknown revision
   */
  public Comparator<RevisionId> comparator() {
    return Comparator.comparingInt(this::position);
  }

  /** The revisions without children, even if others depend on them. */
  public Set<RevisionId> heads() {
    return revisions(topology.heads(topology.all()));
  }

  /**
   * The revisions that no other needs: they have no children and no dependents. Every other
   * revision is an ancestor of one of them.
   */
  public Set<RevisionId> effectiveHeads() {
    return revisions(topology.maximal(topology.all()));
  }

  /** The revisions without parents. */
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
   * The children of a revision.
   *
   * @return the children, possibly none
   * @throws IllegalArgumentException if the revision is unknown
   */
  public Set<RevisionId> children(RevisionId id) {
    return revisions(topology.children(Topology.only(position(id))));
  }

  /**
   * These revisions and their ancestors.
   *
   * @param ids revisions
   * @throws IllegalArgumentException if a revision is unknown
   */
  public Set<RevisionId> ancestors(Set<RevisionId> ids) {
    return revisions(topology.ancestors(positions(ids)));
  }

  /**
   * These revisions and their descendants.
   *
   * @param ids revisions
   * @throws IllegalArgumentException if a revision is unknown
   */
  public Set<RevisionId> descendants(Set<RevisionId> ids) {
    return revisions(topology.descendants(positions(ids)));
  }

  /**
   * Whether one revision is an ancestor of another. No revision is its own ancestor.
   *
   * @return whether a path leads from the descendant to the ancestor
   * @throws IllegalArgumentException if a revision is unknown
   */
  public boolean isAncestor(RevisionId ancestor, RevisionId descendant) {
    return topology.isAncestor(position(ancestor), position(descendant));
  }

  /**
   * The revisions that an order puts on the wrong side of another: before an ancestor, or after a
   * descendant. Revisions that are not in the order are not reported, but paths may lead through
   * them.
   *
   * @param order revisions, each once
   * @throws IllegalArgumentException if a revision is unknown
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
   * The revision with a label.
   *
   * @return the revision, if there is one
   */
  public Optional<RevisionId> labelled(String label) {
    return names.labelled(label).stream().mapToObj(this::at).findFirst();
  }

  /**
   * The line that starts at a revision: itself and the revisions after it, without dependents.
   *
   * @param start the first revision of the line
   * @throws IllegalArgumentException if the revision is unknown
   */
  public Set<RevisionId> line(RevisionId start) {
    return revisions(topology.lineAbove(Topology.only(position(start))));
  }

  /**
   * The revision at a position of the canonical order.
   *
   * @param position the position, from 0
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
    List<RevisionId> ids = new ArrayList<>();
    for (int node = set.nextSetBit(0); node >= 0; node = set.nextSetBit(node + 1)) {
      ids.add(at(node));
    }
    return Collections.unmodifiableList(ids);
  }

  BitSet positions(Collection<RevisionId> ids) {
    BitSet set = new BitSet(size());
    for (RevisionId id : ids) {
      set.set(position(id));
    }
    return set;
  }

  /** Does not copy the positions; callers must not change them afterwards. */
  Set<RevisionId> revisions(BitSet set) {
    return new RevisionSet(this, set);
  }

  @Override
  public String toString() {
    return String.join("\n", ordered.stream().map(Lineage::toString).toList());
  }
}

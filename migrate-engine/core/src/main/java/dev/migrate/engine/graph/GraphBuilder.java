package dev.migrate.engine.graph;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.error.SimilarNames;
import dev.migrate.report.GraphException;
import dev.migrate.report.GraphProblem;
import dev.migrate.report.GraphProblem.Edge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns lineages into a graph, or reports all problems. Used by one thread, once. */
final class GraphBuilder {

  /** The search for similar ids reads every id; this many searches are enough for a message. */
  private static final int GUESSES = 20;

  private final List<Lineage> byId = new ArrayList<>();
  private final Map<RevisionId, Integer> ranks = new HashMap<>();
  private final List<GraphProblem> problems = new ArrayList<>();
  private int guesses;

  private GraphBuilder() {}

  static LineageGraph build(Collection<Lineage> lineages) {
    return new GraphBuilder().graph(lineages);
  }

  private LineageGraph graph(Collection<Lineage> lineages) {
    List<Lineage> sorted = new ArrayList<>(lineages);
    sorted.sort(Comparator.comparing(Lineage::id));
    rank(sorted);
    checkLabels();
    Edges parents = parents();
    Edges needs = needs(parents);
    int[] order = CanonicalOrder.of(needs);
    if (order.length < byId.size()) {
      Cycles.in(needs).forEach(this::addCycle);
    }
    if (!problems.isEmpty()) {
      throw new GraphException(problems);
    }
    int[] positions = new int[order.length];
    List<Lineage> ordered = new ArrayList<>(order.length);
    for (int position = 0; position < order.length; position++) {
      Lineage lineage = byId.get(order[position]);
      positions[order[position]] = position;
      ordered.add(lineage);
      ranks.put(lineage.id(), position);
    }
    Edges lines = parents.renumbered(order);
    checkJoins(ordered, lines);
    return new LineageGraph(
        ordered,
        ranks,
        new RevisionNames(byId, positions),
        new Topology(lines, needs.renumbered(order)));
  }

  /** Joining a revision with its own ancestor joins nothing. */
  private void checkJoins(List<Lineage> ordered, Edges lines) {
    for (RedundantParents.Found each : RedundantParents.in(lines)) {
      Lineage lineage = ordered.get(each.node());
      List<RevisionId> parents = lineage.parents();
      problems.add(
          new GraphProblem.NoJoin(
              lineage.id(), parents.get(each.ancestor()), parents.get(each.descendant())));
    }
    if (!problems.isEmpty()) {
      throw new GraphException(problems);
    }
  }

  private void rank(List<Lineage> sorted) {
    for (int i = 0; i < sorted.size(); ) {
      RevisionId id = sorted.get(i).id();
      int end = i + 1;
      while (end < sorted.size() && sorted.get(end).id().equals(id)) {
        end++;
      }
      ranks.put(id, byId.size());
      byId.add(sorted.get(i));
      if (end - i > 1) {
        problems.add(new GraphProblem.DuplicateId(id, sorted.subList(i, end)));
      }
      i = end;
    }
  }

  private void checkLabels() {
    Map<String, List<RevisionId>> holders = new TreeMap<>();
    for (Lineage lineage : byId) {
      for (String label : lineage.labels()) {
        holders.computeIfAbsent(label, key -> new ArrayList<>()).add(lineage.id());
      }
    }
    for (Map.Entry<String, List<RevisionId>> holder : holders.entrySet()) {
      String label = holder.getKey();
      List<RevisionId> ids = holder.getValue();
      if (ids.size() > 1) {
        problems.add(new GraphProblem.DuplicateLabel(label, ids));
      }
      if (ranks.containsKey(RevisionId.of(label))) {
        ids.forEach(id -> problems.add(new GraphProblem.LabelIsId(label, id)));
      }
    }
  }

  private Edges parents() {
    Edges.Builder edges = new Edges.Builder(byId.size());
    for (Lineage lineage : byId) {
      add(lineage, Edge.AFTER, lineage.parents(), edges);
      edges.next();
    }
    return edges.build();
  }

  private Edges needs(Edges parents) {
    Edges.Builder edges = new Edges.Builder(byId.size());
    for (int node = 0; node < byId.size(); node++) {
      Lineage lineage = byId.get(node);
      for (int n = 0; n < parents.degree(node); n++) {
        edges.add(parents.target(node, n));
      }
      if (!lineage.dependencies().isEmpty()) {
        Set<RevisionId> dependencies = new LinkedHashSet<>(lineage.dependencies());
        lineage.parents().forEach(dependencies::remove);
        add(lineage, Edge.DEPENDS_ON, dependencies, edges);
      }
      edges.next();
    }
    return edges.build();
  }

  private void add(Lineage lineage, Edge edge, Collection<RevisionId> ids, Edges.Builder edges) {
    for (RevisionId id : ids) {
      Integer rank = ranks.get(id);
      if (rank == null) {
        problems.add(new GraphProblem.UnknownRevision(lineage.id(), edge, id, similar(id)));
      } else if (id.equals(lineage.id())) {
        problems.add(new GraphProblem.SelfReference(id, edge));
      } else {
        edges.add(rank);
      }
    }
  }

  private List<RevisionId> similar(RevisionId missing) {
    if (guesses++ >= GUESSES) {
      return List.of();
    }
    Stream<String> ids = byId.stream().map(lineage -> lineage.id().value());
    return SimilarNames.of(missing.value(), ids).stream().map(RevisionId::of).toList();
  }

  private void addCycle(Cycles.Knot knot) {
    problems.add(new GraphProblem.Cycle(ids(knot.path().stream()), ids(knot.members())));
  }

  private List<RevisionId> ids(BitSet nodes) {
    return ids(nodes.stream().boxed());
  }

  private List<RevisionId> ids(Stream<Integer> nodes) {
    return nodes.map(rank -> byId.get(rank).id()).toList();
  }
}

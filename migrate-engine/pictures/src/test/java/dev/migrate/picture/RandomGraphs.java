package dev.migrate.picture;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Graphs of any form, with states. */
final class RandomGraphs {

  private RandomGraphs() {}

  /** Revisions of a graph in no particular order. */
  static List<Revision> revisions(Random random, int most) {
    int size = random.nextInt(most) + 1;
    boolean narrow = random.nextBoolean();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add("r" + i);
    }
    Collections.shuffle(names, random);
    Map<String, Set<String>> below = new HashMap<>();
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> earlier = new ArrayList<>(names.subList(narrow ? Math.max(0, i - 3) : 0, i));
      Collections.shuffle(earlier, random);
      List<String> parents = new ArrayList<>();
      Set<String> line = new LinkedHashSet<>();
      int wanted = List.of(0, 1, 1, 1, 1, 2, 3).get(random.nextInt(7));
      for (String candidate : earlier) {
        boolean isApart =
            parents.stream()
                .noneMatch(
                    other ->
                        below.get(other).contains(candidate)
                            || below.get(candidate).contains(other));
        if (parents.size() < wanted && isApart) {
          parents.add(candidate);
          line.add(candidate);
          line.addAll(below.get(candidate));
        }
      }
      below.put(names.get(i), line);
      Collections.shuffle(earlier, random);
      int dependencies = Math.min(earlier.size(), List.of(0, 0, 0, 1, 2).get(random.nextInt(5)));
      revisions.add(
          Revision.of(lineage(names.get(i), parents, earlier.subList(0, dependencies)), op -> {}));
    }
    return revisions;
  }

  private static Lineage lineage(String id, List<String> parents, List<String> dependencies) {
    Lineage.Start start = Lineage.of(id);
    Lineage lineage = parents.isEmpty() ? start.root() : start.after(parents.get(0), more(parents));
    return dependencies.isEmpty()
        ? lineage
        : lineage.dependsOn(dependencies.get(0), more(dependencies));
  }

  private static String[] more(List<String> words) {
    return words.subList(1, words.size()).toArray(String[]::new);
  }

  /** The revisions on a database on which the first so many are applied. */
  static List<RevisionInfo> infos(RevisionGraph graph, int applied) {
    List<RevisionInfo> infos = new ArrayList<>();
    for (RevisionId id : graph.order()) {
      boolean isDone = infos.size() < applied;
      infos.add(
          new RevisionInfo(
              graph.lineage(id),
              id.value(),
              isDone ? RevisionState.DONE : RevisionState.PENDING,
              true,
              graph.heads().contains(id),
              false,
              Optional.empty(),
              Optional.empty()));
    }
    return infos;
  }

  /** The edges of a graph, such as {@code r1 after r0}. */
  static Set<String> edges(RevisionGraph graph) {
    Set<String> edges = new HashSet<>();
    for (RevisionId id : graph.order()) {
      graph.lineage(id).parents().forEach(parent -> edges.add(id + " after " + parent));
      graph.lineage(id).dependencies().forEach(other -> edges.add(id + " depends on " + other));
    }
    return edges;
  }
}

package dev.migrate.picture.graph;

import static dev.migrate.picture.graph.DrawnEdge.Kind.AFTER;
import static dev.migrate.picture.graph.DrawnEdge.Kind.DEPENDS_ON;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.Conflict;
import dev.migrate.report.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a picture of the revisions shows. Immutable and thread-safe.
 *
 * @param revisions the revisions, each after its ancestors
 * @param edges the edges between them
 * @param conflicts the conflicts of which both revisions are shown
 * @param omitted the revisions that are left out
 * @param hidden the edges from revisions that are not shown, by the revision to which they lead
 */
public record Drawing(
    List<DrawnRevision> revisions,
    List<DrawnEdge> edges,
    List<DrawnConflict> conflicts,
    List<DrawnRevision> omitted,
    Map<RevisionId, List<DrawnEdge>> hidden) {

  /** Copies. */
  public Drawing {
    hidden = Map.copyOf(hidden);
    revisions = List.copyOf(revisions);
    edges = List.copyOf(edges);
    conflicts = List.copyOf(conflicts);
    omitted = List.copyOf(omitted);
  }

  /** The revisions of the code, without a database. */
  public static Drawing of(RevisionGraph graph, List<Conflict> conflicts) {
    Set<RevisionId> heads = graph.heads();
    List<DrawnRevision> revisions = new ArrayList<>();
    for (RevisionId id : graph.order()) {
      revisions.add(
          new DrawnRevision(
              graph.lineage(id),
              nameOf(graph, id),
              DrawnState.UNASKED,
              true,
              heads.contains(id),
              false));
    }
    return of(revisions, DrawnConflict.of(conflicts), List.of());
  }

  private static String nameOf(RevisionGraph graph, RevisionId id) {
    Class<?> type = graph.revision(id).getClass();
    return graph.classes().contains(type) ? type.getSimpleName() : id.value();
  }

  /**
   * The revisions on a database.
   *
   * @throws DefinitionException if a revision is there twice, or before one that it follows
   */
  public static Drawing of(List<RevisionInfo> infos, List<Conflict> conflicts) {
    return of(
        infos.stream().map(DrawnRevision::of).toList(), DrawnConflict.of(conflicts), List.of());
  }

  static Drawing of(
      List<DrawnRevision> revisions, List<DrawnConflict> conflicts, List<DrawnRevision> omitted) {
    Set<RevisionId> shown = new HashSet<>();
    Set<RevisionId> awaited = new HashSet<>();
    for (DrawnRevision revision : revisions) {
      if (awaited.contains(revision.id()) || !shown.add(revision.id())) {
        throw new DefinitionException(
            "revision " + revision.id() + " is there twice, or before one that it follows",
            "draw what Migrator.history() returns, in that order");
      }
      sources(revision).filter(id -> !shown.contains(id)).forEach(awaited::add);
    }
    List<DrawnEdge> edges = new ArrayList<>();
    for (DrawnRevision revision : revisions) {
      Lineage lineage = revision.lineage();
      lineage.parents().forEach(id -> edges.add(new DrawnEdge(id, lineage.id(), AFTER)));
      lineage.dependencies().forEach(id -> edges.add(new DrawnEdge(id, lineage.id(), DEPENDS_ON)));
    }
    Map<RevisionId, List<DrawnEdge>> hidden =
        edges.stream()
            .filter(edge -> !shown.contains(edge.from()))
            .collect(Collectors.groupingBy(DrawnEdge::to));
    edges.removeIf(edge -> !shown.contains(edge.from()));
    List<DrawnConflict> between =
        conflicts.stream()
            .filter(pair -> shown.contains(pair.first()) && shown.contains(pair.second()))
            .toList();
    return new Drawing(revisions, edges, between, omitted, hidden);
  }

  private static Stream<RevisionId> sources(DrawnRevision revision) {
    Lineage lineage = revision.lineage();
    return Stream.concat(lineage.parents().stream(), lineage.dependencies().stream());
  }

  /**
   * A part of it: the revisions that are not applied, the first ones first, and the applied ones
   * that are last in the order. At least a quarter of the places is for applied ones, if there are
   * as many.
   *
   * @param most how many revisions are shown at most, at least one
   */
  public Drawing limitedTo(int most) {
    if (revisions.size() <= most) {
      return this;
    }
    List<DrawnRevision> applied = new ArrayList<>();
    List<DrawnRevision> others = new ArrayList<>();
    for (DrawnRevision revision : revisions) {
      (isPast(revision) ? applied : others).add(revision);
    }
    int room = Math.max(most - others.size(), Math.min(applied.size(), most / 4));
    Set<DrawnRevision> chosen =
        new HashSet<>(applied.subList(Math.max(0, applied.size() - room), applied.size()));
    chosen.addAll(others.subList(0, Math.min(others.size(), most - chosen.size())));
    List<DrawnRevision> left = new ArrayList<>(omitted);
    List<DrawnRevision> kept = new ArrayList<>();
    for (DrawnRevision revision : revisions) {
      (chosen.contains(revision) ? kept : left).add(revision);
    }
    return of(kept, conflicts, left);
  }

  private static boolean isPast(DrawnRevision revision) {
    return revision.state() == DrawnState.APPLIED || revision.state() == DrawnState.UNASKED;
  }

  /**
   * What is left out, in words.
   *
   * @return such as {@code 9800 applied revisions are left out}; empty if nothing is
   */
  public Optional<String> omission() {
    List<String> parts = new ArrayList<>();
    for (DrawnState state : DrawnState.values()) {
      long count = omitted.stream().filter(revision -> revision.state() == state).count();
      if (count > 0) {
        String what = state == DrawnState.UNASKED ? "" : state.words() + " ";
        parts.add(count + " " + what + (count == 1 ? "revision" : "revisions"));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("left out: " + String.join(" and ", parts));
  }

  /** The conflicts of a revision. */
  public List<DrawnConflict> conflictsOf(RevisionId id) {
    return conflicts.stream().filter(conflict -> conflict.concerns(id)).toList();
  }

  /**
   * The parents and dependencies of a revision that are not shown, in words.
   *
   * @return such as {@code after 4f1c}, possibly none
   */
  public List<String> hiddenSources(DrawnRevision revision) {
    return hidden.getOrDefault(revision.id(), List.of()).stream()
        .map(edge -> edge.kind().words() + " " + edge.from())
        .toList();
  }
}

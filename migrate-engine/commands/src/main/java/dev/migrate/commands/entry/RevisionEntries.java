package dev.migrate.commands.entry;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The revisions of the code, and those of a database if it was asked. Immutable. */
public final class RevisionEntries {

  private final Map<RevisionId, RevisionEntry> entries = new LinkedHashMap<>();

  private RevisionEntries(
      Collection<Lineage> order,
      Map<RevisionId, String> names,
      Map<RevisionId, RevisionInfo> states) {
    Map<RevisionId, List<RevisionId>> children = new HashMap<>();
    Set<RevisionId> needed = new HashSet<>();
    for (Lineage lineage : order) {
      lineage
          .parents()
          .forEach(
              parent -> children.computeIfAbsent(parent, k -> new ArrayList<>()).add(lineage.id()));
      needed.addAll(lineage.parents());
      needed.addAll(lineage.dependencies());
    }
    Set<RevisionId> current = current(order, states);
    for (Lineage lineage : order) {
      RevisionId id = lineage.id();
      entries.put(
          id,
          new RevisionEntry(
              lineage,
              names.getOrDefault(id, id.value()),
              children.getOrDefault(id, List.of()),
              needed.contains(id),
              current.contains(id),
              Optional.ofNullable(states.get(id))));
    }
  }

  /** The revisions of the code, without a database. */
  public static RevisionEntries of(RevisionGraph graph) {
    return new RevisionEntries(
        graph.order().stream().map(graph::lineage).toList(), names(graph), Map.of());
  }

  /**
   * The revisions of the code and of a database.
   *
   * @param history every revision with its state, in the canonical order
   */
  public static RevisionEntries of(RevisionGraph graph, List<RevisionInfo> history) {
    Map<RevisionId, RevisionInfo> states = new HashMap<>();
    history.forEach(info -> states.put(info.id(), info));
    return new RevisionEntries(
        history.stream().map(RevisionInfo::lineage).toList(), names(graph), states);
  }

  private static Map<RevisionId, String> names(RevisionGraph graph) {
    Map<RevisionId, String> names = new HashMap<>();
    graph.order().forEach(id -> names.put(id, graph.name(id)));
    return names;
  }

  /** The applied revisions above which nothing is applied. */
  private static Set<RevisionId> current(
      Collection<Lineage> order, Map<RevisionId, RevisionInfo> states) {
    List<Lineage> newestFirst = new ArrayList<>(order);
    Collections.reverse(newestFirst);
    Set<RevisionId> tops = new HashSet<>();
    Set<RevisionId> below = new HashSet<>();
    for (Lineage lineage : newestFirst) {
      RevisionInfo state = states.get(lineage.id());
      boolean isApplied = state != null && state.isApplied();
      if (isApplied && !below.contains(lineage.id())) {
        tops.add(lineage.id());
      }
      if (isApplied || below.contains(lineage.id())) {
        below.addAll(lineage.parents());
        below.addAll(lineage.dependencies());
      }
    }
    return tops;
  }

  /** Every revision in the canonical order. */
  public List<RevisionEntry> all() {
    return List.copyOf(entries.values());
  }

  /** Some revisions, in the order in which they are named. */
  public List<RevisionEntry> of(Collection<RevisionId> ids) {
    return ids.stream().map(this::of).toList();
  }

  /**
   * One revision.
   *
   * @throws IllegalArgumentException if there is no such revision
   */
  public RevisionEntry of(RevisionId id) {
    RevisionEntry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("there is no revision " + id);
    }
    return entry;
  }
}

package dev.migrate.engine.graph;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the graph should say, word by word from the definitions and as slow as that is. */
final class Naive {

  private final Map<RevisionId, Lineage> lineages = new HashMap<>();

  private Naive() {}

  static Naive of(Collection<Lineage> lineages) {
    Naive naive = new Naive();
    lineages.forEach(lineage -> naive.lineages.put(lineage.id(), lineage));
    return naive;
  }

  static Set<RevisionId> needs(Lineage lineage) {
    Set<RevisionId> needs = new HashSet<>(lineage.parents());
    needs.addAll(lineage.dependencies());
    return needs;
  }

  static Set<RevisionId> some(List<RevisionId> ids, Random random) {
    return ids.stream().filter(id -> random.nextInt(3) == 0).collect(Collectors.toSet());
  }

  static Set<RevisionId> minus(Set<RevisionId> set, Set<RevisionId> less) {
    return where(set, id -> !less.contains(id));
  }

  static Set<RevisionId> both(Set<RevisionId> one, Set<RevisionId> other) {
    return where(one, other::contains);
  }

  static Set<RevisionId> where(Set<RevisionId> set, Predicate<RevisionId> condition) {
    return set.stream().filter(condition).collect(Collectors.toSet());
  }

  Set<RevisionId> all() {
    return lineages.keySet();
  }

  Lineage lineage(RevisionId id) {
    return lineages.get(id);
  }

  Set<RevisionId> ancestors(Set<RevisionId> ids) {
    return closed(ids, id -> needs(lineages.get(id)));
  }

  Set<RevisionId> descendants(Set<RevisionId> ids) {
    return closed(ids, id -> where(all(), other -> needs(lineages.get(other)).contains(id)));
  }

  Set<RevisionId> lineBelow(Set<RevisionId> ids) {
    return closed(ids, id -> new HashSet<>(lineages.get(id).parents()));
  }

  Set<RevisionId> lineAbove(Set<RevisionId> ids) {
    return closed(ids, this::children);
  }

  Set<RevisionId> side(RevisionId id) {
    Set<RevisionId> side = lineBelow(Set.of(id));
    side.addAll(lineAbove(Set.of(id)));
    return side;
  }

  Set<RevisionId> children(RevisionId id) {
    return where(all(), other -> lineages.get(other).parents().contains(id));
  }

  Set<RevisionId> maximal(Set<RevisionId> set) {
    return where(set, id -> both(descendants(Set.of(id)), set).size() == 1);
  }

  Set<RevisionId> heads() {
    return where(all(), id -> children(id).isEmpty());
  }

  /** Every result of taking some of the set one by one, always one that needs no other of it. */
  Set<Set<RevisionId>> first(Set<RevisionId> set, int count) {
    return taken(set, count, id -> ancestors(Set.of(id)));
  }

  /** Every result of taking some of the set one by one, always one that no other of it needs. */
  Set<Set<RevisionId>> last(Set<RevisionId> set, int count) {
    return taken(set, count, id -> descendants(Set.of(id)));
  }

  private static Set<Set<RevisionId>> taken(
      Set<RevisionId> set, int count, Function<RevisionId, Set<RevisionId>> before) {
    Map<RevisionId, Set<RevisionId>> conditions = new HashMap<>();
    set.forEach(id -> conditions.put(id, minus(both(before.apply(id), set), Set.of(id))));
    Set<Set<RevisionId>> results = Set.of(Set.of());
    for (int i = 0; i < count; i++) {
      Set<Set<RevisionId>> next = new HashSet<>();
      for (Set<RevisionId> taken : results) {
        for (RevisionId id : set) {
          if (!taken.contains(id) && taken.containsAll(conditions.get(id))) {
            Set<RevisionId> more = new HashSet<>(taken);
            more.add(id);
            next.add(more);
          }
        }
      }
      results = next;
    }
    return results;
  }

  /** Some of the parts of the graph that no edge leads into or out of. */
  Set<RevisionId> someComponents(Random random) {
    Set<RevisionId> some = new HashSet<>();
    Set<RevisionId> seen = new HashSet<>();
    for (RevisionId id : all()) {
      if (!seen.contains(id)) {
        Set<RevisionId> component =
            closed(
                Set.of(id),
                one -> {
                  Set<RevisionId> both = ancestors(Set.of(one));
                  both.addAll(descendants(Set.of(one)));
                  return both;
                });
        seen.addAll(component);
        if (random.nextBoolean()) {
          some.addAll(component);
        }
      }
    }
    return some;
  }

  private static Set<RevisionId> closed(
      Set<RevisionId> ids, Function<RevisionId, Set<RevisionId>> step) {
    Set<RevisionId> closed = new HashSet<>(ids);
    while (true) {
      Set<RevisionId> more = new HashSet<>();
      closed.forEach(id -> more.addAll(step.apply(id)));
      if (!closed.addAll(more)) {
        return closed;
      }
    }
  }
}

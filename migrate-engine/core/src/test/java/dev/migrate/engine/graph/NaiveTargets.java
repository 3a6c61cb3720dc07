package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Naive.both;
import static dev.migrate.engine.graph.Naive.minus;

import dev.migrate.RevisionId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What targets should mean, word by word from the documentation of {@link Targets}. */
final class NaiveTargets {

  /** A target: scope and point are full ids, labels, symbols, or empty. */
  record Written(String scope, String point, int steps) {
    @Override
    public String toString() {
      return (scope.isEmpty() ? "" : scope + "@")
          + point
          + (steps == 0 ? "" : steps > 0 ? "+" + steps : steps);
    }
  }

  private record Meaning(Set<RevisionId> tops, Set<RevisionId> undone) {}

  private final Naive graph;
  private final Set<RevisionId> applied;
  private final Set<RevisionId> own;

  NaiveTargets(Naive graph, Set<RevisionId> applied) {
    this(graph, applied, Set.of());
  }

  NaiveTargets(Naive graph, Set<RevisionId> applied, Set<RevisionId> foreign) {
    this.graph = graph;
    this.applied = applied;
    this.own = minus(graph.all(), foreign);
  }

  Optional<Set<RevisionId>> upgrade(Written target) {
    if (isFromCurrent(target) && target.steps() < 0) {
      return Optional.empty();
    }
    return meaning(target).map(meaning -> minus(graph.ancestors(meaning.tops()), applied));
  }

  Optional<Set<RevisionId>> downgrade(Written target) {
    if (isFromCurrent(target) && target.steps() > 0) {
      return Optional.empty();
    }
    return meaning(target)
        .filter(meaning -> applied.containsAll(meaning.tops()))
        .map(meaning -> above(target, meaning));
  }

  Optional<Set<RevisionId>> stamp(Written target) {
    return meaning(target)
        .map(
            meaning -> {
              Set<RevisionId> recorded = minus(applied, above(target, meaning));
              recorded.addAll(graph.ancestors(meaning.tops()));
              return recorded;
            });
  }

  private Set<RevisionId> above(Written target, Meaning meaning) {
    Set<RevisionId> undone = new HashSet<>(meaning.undone());
    for (RevisionId top : meaning.tops()) {
      Set<RevisionId> children = graph.children(top);
      undone.addAll(
          target.scope().isEmpty() ? children : both(children, graph.side(find(target.scope()))));
    }
    return both(graph.descendants(undone), applied);
  }

  private static boolean isFromCurrent(Written target) {
    return target.steps() != 0 && (target.point().isEmpty() || target.point().equals("current"));
  }

  private Optional<Meaning> meaning(Written target) {
    if (target.steps() == 0) {
      return named(target);
    }
    Optional<Set<RevisionId>> line = line(target);
    int count = Math.abs(target.steps());
    if (line.isEmpty() || line.get().size() < count) {
      return Optional.empty();
    }
    Set<Set<RevisionId>> results =
        target.steps() > 0 ? graph.first(line.get(), count) : graph.last(line.get(), count);
    if (results.size() > 1) {
      return Optional.empty();
    }
    Set<RevisionId> taken = results.iterator().next();
    return Optional.of(
        target.steps() > 0
            ? new Meaning(graph.maximal(taken), Set.of())
            : new Meaning(graph.maximal(minus(line.get(), taken)), taken));
  }

  private Optional<Set<RevisionId>> line(Written target) {
    boolean up = target.steps() > 0;
    if (isFromCurrent(target)) {
      return Optional.of(up ? minus(start(target), applied) : both(start(target), applied));
    }
    if (target.point().equals("base")) {
      return up ? Optional.of(start(target)) : Optional.empty();
    }
    return named(target)
        .map(Meaning::tops)
        .map(from -> up ? minus(graph.lineAbove(from), from) : graph.lineBelow(from))
        .map(
            line -> target.scope().isEmpty() ? line : both(line, graph.side(find(target.scope()))));
  }

  private Optional<Meaning> named(Written target) {
    Set<RevisionId> lowest = target.scope().isEmpty() ? own : Set.of(find(target.scope()));
    Set<RevisionId> heads = both(graph.heads(), start(target));
    return switch (target.point()) {
      case "base" -> Optional.of(new Meaning(Set.of(), lowest));
      case "heads" -> Optional.of(new Meaning(heads, Set.of()));
      case "head" -> {
        Set<RevisionId> effective = graph.maximal(heads);
        yield effective.size() > 1
            ? Optional.empty()
            : Optional.of(new Meaning(effective, Set.of()));
      }
      case "current" -> {
        Set<RevisionId> here = both(start(target), applied);
        Set<RevisionId> tops =
            Naive.where(here, id -> both(graph.lineAbove(Set.of(id)), here).size() == 1);
        yield Optional.of(tops.isEmpty() ? new Meaning(tops, lowest) : new Meaning(tops, Set.of()));
      }
      default -> {
        RevisionId id = find(target.point());
        yield target.scope().isEmpty() || graph.side(find(target.scope())).contains(id)
            ? Optional.of(new Meaning(Set.of(id), Set.of()))
            : Optional.empty();
      }
    };
  }

  private Set<RevisionId> start(Written target) {
    return target.scope().isEmpty() ? own : graph.lineAbove(Set.of(find(target.scope())));
  }

  private RevisionId find(String name) {
    return graph.all().stream()
        .filter(id -> id.value().equals(name) || graph.lineage(id).labels().contains(name))
        .findFirst()
        .orElseThrow();
  }
}

package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The schema that a revision finds if nothing but its ancestors ran, and the schema of other small
 * sets of revisions. A line is folded once; where branches meet, only what is not below the longer
 * one is folded again. Not thread-safe.
 */
final class AncestorSchemas {

  private final AppliedState state;
  private final LineageGraph graph;
  private final Parallels parallels;
  private final List<Optional<Schema>> before = new ArrayList<>();
  private final List<Optional<Schema>> after = new ArrayList<>();

  AncestorSchemas(AppliedState state, Parallels parallels) {
    this.state = state;
    this.graph = state.graph();
    this.parallels = parallels;
  }

  /** The schema of the ancestors of a revision; none if they do not fit together. */
  Optional<Schema> before(int node) {
    foldTo(node);
    return before.get(node);
  }

  /** The schema of the ancestors of some revisions and of these themselves. */
  Optional<Schema> of(Collection<Integer> tops) {
    if (tops.isEmpty()) {
      return Optional.of(Schema.empty());
    }
    int main = tops.stream().mapToInt(Integer::intValue).max().orElseThrow();
    Optional<Schema> schema = after(main);
    if (tops.size() == 1 || schema.isEmpty()) {
      return schema;
    }
    return extended(schema.get(), main, parallels.beyond(tops, main));
  }

  private Optional<Schema> extended(Schema schema, int main, List<Integer> more) {
    Set<Integer> done = new HashSet<>();
    Predicate<RevisionId> isPresent =
        id -> {
          int place = graph.position(id);
          return place == main || parallels.isBefore(place, main) || done.contains(place);
        };
    Optional<Schema> result = Optional.of(schema);
    for (int node : more) {
      if (result.isEmpty()) {
        return result;
      }
      result = run(node, isPresent, result.get());
      done.add(node);
    }
    return result;
  }

  /** The schema of a revision and its ancestors. */
  private Optional<Schema> after(int node) {
    foldTo(node);
    return after.get(node);
  }

  private void foldTo(int node) {
    while (after.size() <= node) {
      int next = after.size();
      Optional<Schema> ancestors = of(ints(parallels.needs(next)));
      before.add(ancestors);
      after.add(ancestors.flatMap(schema -> run(next, id -> isBefore(id, next), schema)));
    }
  }

  private boolean isBefore(RevisionId id, int node) {
    return graph.contains(id) && parallels.isBefore(graph.position(id), node);
  }

  private Optional<Schema> run(int node, Predicate<RevisionId> isPresent, Schema before) {
    return run(state.variation(graph.at(node), isPresent).recording().upgrade(), before);
  }

  static Optional<Schema> run(List<Operation> operations, Schema before) {
    try {
      return Optional.of(Operation.applyAll(operations, before));
    } catch (MigrateException misfit) {
      return Optional.empty();
    }
  }

  private static List<Integer> ints(int[] values) {
    List<Integer> list = new ArrayList<>(values.length);
    for (int value : values) {
      list.add(value);
    }
    return list;
  }
}

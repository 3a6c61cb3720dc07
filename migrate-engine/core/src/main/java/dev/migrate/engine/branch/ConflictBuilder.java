package dev.migrate.engine.branch;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.Overlaps.Pair;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.Operation;
import dev.migrate.report.Conflict;
import dev.migrate.report.Conflict.Kind;
import dev.migrate.report.Conflict.Side;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Describes a conflict of two revisions: which operations overlap, and what helps. */
final class ConflictBuilder {

  private static final String STRICTEST =
      "one space of names in a schema for all, whatever their case";

  private final AppliedState state;
  private final LineageGraph graph;
  private final ConflictRules rules;
  private final Parallels parallels;
  private final AncestorSchemas states;
  private final Effects effects;

  ConflictBuilder(
      AppliedState state,
      ConflictRules rules,
      Parallels parallels,
      AncestorSchemas states,
      Effects effects) {
    this.state = state;
    this.graph = state.graph();
    this.rules = rules;
    this.parallels = parallels;
    this.states = states;
    this.effects = effects;
  }

  /** The conflicts of two revisions; none if their dialect keeps apart what they share in name. */
  List<Conflict> between(Pair pair) {
    return between(pair, () -> remedies(pair));
  }

  /** The conflicts of two revisions of which the second ran before the first, which it is after. */
  List<Conflict> reversed(Pair pair) {
    return between(pair, () -> new OrderAdvice(graph.at(pair.first()), graph.at(pair.second())));
  }

  private List<Conflict> between(Pair pair, Supplier<Advice> found) {
    List<Conflict> conflicts = new ArrayList<>();
    Optional<Advice> remedies = Optional.empty();
    for (Effect one : effects.of(pair.first())) {
      for (Effect other : effects.of(pair.second())) {
        Set<Cell> cells = one.footprint().clashesWith(other.footprint());
        boolean isUnknown = one.footprint().isUnknown() || other.footprint().isUnknown();
        Optional<String> space = Optional.empty();
        if (!isUnknown) {
          Set<Cell> left = new LinkedHashSet<>();
          for (Cell cell : cells) {
            Optional<String> clash = name(cell, one, other);
            if (clash.isPresent() || cell.aspect() != Aspect.NAME) {
              left.add(cell);
              space = clash.isPresent() ? clash : space;
            }
          }
          cells = left;
        }
        if (!cells.isEmpty()) {
          Advice ways = remedies.orElseGet(found);
          remedies = Optional.of(ways);
          conflicts.add(conflict(pair, one, other, cells, isUnknown, space, ways));
        }
      }
    }
    return conflicts;
  }

  private Optional<String> name(Cell cell, Effect one, Effect other) {
    if (cell.aspect() != Aspect.NAME) {
      return Optional.empty();
    }
    return NameClash.of(rules.spaces(), cell, one, other)
        .map(
            space ->
                rules
                    .database()
                    .map(known -> known + " has " + space)
                    .orElse("without a database the strictest count: " + STRICTEST));
  }

  private ConflictAdvice remedies(Pair pair) {
    Set<Integer> tops = new TreeSet<>();
    for (int node : new int[] {pair.first(), pair.second()}) {
      for (int need : parallels.needs(node)) {
        tops.add(need);
      }
    }
    Optional<Schema> base = states.of(tops);
    return new ConflictAdvice(
        state,
        graph.at(pair.first()),
        graph.at(pair.second()),
        operations(pair.first()),
        operations(pair.second()),
        base,
        rules);
  }

  private List<Operation> operations(int node) {
    return state.recording(graph.at(node)).upgrade();
  }

  private Conflict conflict(
      Pair pair,
      Effect one,
      Effect other,
      Set<Cell> cells,
      boolean isUnknown,
      Optional<String> space,
      Advice remedies) {
    Kind kind =
        isUnknown
            ? Kind.UNKNOWN
            : one.operation().equals(other.operation()) ? Kind.SAME_CHANGE : Kind.CONFLICT;
    Set<Cell> sorted =
        cells.stream()
            .sorted(Comparator.comparing(ConflictBuilder::rank))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Conflict(
        kind,
        side(pair.first(), one),
        side(pair.second(), other),
        sorted,
        space,
        remedies.orders(),
        remedies.isOpen(),
        remedies.texts(kind, one, other),
        remedies.reconciliation());
  }

  /**
   * The most informative comes first: the column rather than its comment, the object over its name.
   */
  private static int rank(Cell cell) {
    return switch (cell.aspect()) {
      case COLUMN -> cell.detail().isEmpty() ? 5 : 0;
      case RELATION -> 1;
      case CONSTRAINT, INDEX -> 2;
      case NAME -> 4;
      case EVERYTHING -> 9;
      default -> 3;
    };
  }

  private Side side(int node, Effect effect) {
    RevisionId id = graph.at(node);
    return new Side(id, state.name(id), graph.lineage(id).message(), effect.operation());
  }
}

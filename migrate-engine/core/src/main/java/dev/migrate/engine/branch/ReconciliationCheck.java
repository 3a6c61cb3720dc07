package dev.migrate.engine.branch;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Variation;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Cell.Aspect;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks reconciliations: all orders in which a group of reconciled revisions can run are defined
 * and meet in the same schema whenever the same of them have run, and no variant touches what
 * neither revision of the pair touches. Not thread-safe.
 */
final class ReconciliationCheck {

  private static final int MOST_STATES = 5_000;

  private final AppliedState state;
  private final LineageGraph graph;
  private final Parallels parallels;
  private final AncestorSchemas states;
  private final Effects effects;

  ReconciliationCheck(
      AppliedState state, Parallels parallels, AncestorSchemas states, Effects effects) {
    this.state = state;
    this.graph = state.graph();
    this.parallels = parallels;
    this.states = states;
    this.effects = effects;
  }

  /** Refuses a reconciliation that does not lead to one schema. */
  void require() {
    for (Set<Integer> group : groups()) {
      new Group(group).require();
    }
    state.variants().forEach(this::requireNarrow);
  }

  /** Revisions that are reconciled with each other, at once or by way of others. */
  private List<Set<Integer>> groups() {
    List<Set<Integer>> groups = new ArrayList<>();
    for (Variant variant : state.variants()) {
      Set<Integer> group = new TreeSet<>();
      group.add(graph.position(variant.revision()));
      group.add(graph.position(variant.after()));
      for (Set<Integer> other : List.copyOf(groups)) {
        if (other.stream().anyMatch(group::contains)) {
          groups.remove(other);
          group.addAll(other);
        }
      }
      groups.add(group);
    }
    return groups;
  }

  private void requireNarrow(Variant variant) {
    Footprint mine = Footprint.NONE;
    for (Effect effect : effects.own(graph.position(variant.revision()))) {
      mine = mine.and(effect.footprint());
    }
    for (Effect effect : effects.own(graph.position(variant.after()))) {
      mine = mine.and(effect.footprint());
    }
    for (Effect effect : effects.of(graph.position(variant.revision()))) {
      if (effect.variantOf().equals(Optional.of(variant.after()))) {
        Set<Cell> written = new LinkedHashSet<>(effect.footprint().writes());
        written.addAll(effect.footprint().adds());
        for (Cell cell : written) {
          if (!covers(mine, cell) && !NameClash.isChosen(cell, effect)) {
            throw refused(
                variant,
                "touches what neither of the two touches",
                Facts.of("")
                    .with("operation", effect.operation().toString())
                    .with("cell", cell.toString()),
                "say only how the same change reads there; further changes go into the join"
                    + " itself");
          }
        }
      }
    }
  }

  private static boolean covers(Footprint own, Cell cell) {
    for (Set<Cell> cells : List.of(own.reads(), own.writes(), own.adds())) {
      if (cells.stream().anyMatch(cell::meets)) {
        return true;
      }
    }
    return cell.object()
        .filter(
            object ->
                own.writes().contains(Cell.of(Aspect.RELATION, object))
                    || own.writes().contains(Cell.of(Aspect.COLUMN, object, cell.detail())))
        .isPresent();
  }

  private PlanException refused(Variant variant, String what, Facts details, String next) {
    RevisionId join = state.join(variant);
    String text = details.toString().strip();
    return new PlanException(
        Facts.of(
                "revision "
                    + join
                    + " reconciles "
                    + variant.revision()
                    + " with "
                    + variant.after()
                    + " in a way that "
                    + what)
            .with("found", text)
            .with("left", "nothing ran")
            .next(next),
        join);
  }

  /** Reconciled revisions, and those that stand between them. */
  private final class Group {

    private final Set<Integer> members;
    private final List<Integer> nodes;
    private final Map<BitSet, Schema> reached = new HashMap<>();
    private final Map<BitSet, List<Integer>> ways = new HashMap<>();

    Group(Set<Integer> members) {
      this.members = members;
      Set<RevisionId> ids = new HashSet<>();
      members.forEach(node -> ids.add(graph.at(node)));
      Set<RevisionId> above = graph.descendants(ids);
      this.nodes =
          graph.ancestors(ids).stream().filter(above::contains).map(graph::position).toList();
    }

    void require() {
      Set<Integer> tops = new TreeSet<>();
      for (int node : nodes) {
        for (int need : parallels.needs(node)) {
          if (!nodes.contains(need)) {
            tops.add(need);
          }
        }
      }
      Optional<Schema> base = states.of(tops);
      if (base.isEmpty()) {
        return;
      }
      Deque<BitSet> open = new ArrayDeque<>();
      arrive(new BitSet(), base.get(), List.of(), open);
      while (!open.isEmpty()) {
        BitSet here = open.remove();
        for (int member : members) {
          if (isNext(member, here)) {
            step(here, member, open);
          }
        }
      }
    }

    private boolean isNext(int node, BitSet here) {
      return !here.get(nodes.indexOf(node))
          && nodes.stream()
              .filter(need -> parallels.isBefore(need, node))
              .allMatch(need -> here.get(nodes.indexOf(need)));
    }

    private void step(BitSet here, int member, Deque<BitSet> open) {
      List<Integer> way = new ArrayList<>(ways.getOrDefault(here, List.of()));
      Schema before = reached.getOrDefault(here, Schema.empty());
      way.add(member);
      BitSet there = (BitSet) here.clone();
      Schema schema = run(member, here, before, way);
      there.set(nodes.indexOf(member));
      arrive(there, schema, way, open);
    }

    /** Revisions that are not reconciled have no conflicts, so they run as soon as they can. */
    private void arrive(BitSet set, Schema schema, List<Integer> way, Deque<BitSet> open) {
      List<Integer> ran = new ArrayList<>(way);
      Schema result = schema;
      for (int node : nodes) {
        if (!members.contains(node) && isNext(node, set)) {
          result = run(node, set, result, ran);
          set.set(nodes.indexOf(node));
        }
      }
      Schema other = reached.putIfAbsent(set, result);
      if (other == null) {
        ways.put(set, ran);
        open.add(set);
        if (reached.size() > MOST_STATES) {
          throw refused(
              variant(),
              "has too many orders to be checked",
              Facts.of(members.size() + " revisions are reconciled with each other"),
              "fix the order of some of them with dependsOn(…)");
        }
      } else if (!other.equals(result)) {
        throw refused(
            variant(),
            "leads to different schemas",
            Facts.of("first " + words(ways.getOrDefault(set, List.of())))
                .with("then", "rather " + words(ran))
                .with("which is", SchemaDifference.between(other, result).toString()),
            "let every order end in the same schema");
      }
    }

    private Schema run(int node, BitSet here, Schema before, List<Integer> way) {
      RevisionId id = graph.at(node);
      Variation variation = state.variation(id, other -> isPresent(other, here));
      Schema schema = before;
      for (Operation operation : variation.recording().upgrade()) {
        try {
          schema = operation.applyTo(schema);
        } catch (MigrateException misfit) {
          throw refused(
              variant(),
              "does not fit every order",
              Facts.of("order " + words(way))
                  .with(
                      "revision",
                      id + variation.after().map(other -> " as it reads after " + other).orElse(""))
                  .with("operation", operation.toString())
                  .with("problem", String.valueOf(misfit.getMessage())),
              "declare how " + id + " reads there: when.runs(\"" + id + "\").after(…)");
        }
      }
      return schema;
    }

    private boolean isPresent(RevisionId id, BitSet here) {
      int place = graph.position(id);
      int index = nodes.indexOf(place);
      return index >= 0
          ? here.get(index)
          : nodes.stream().anyMatch(node -> parallels.isBefore(place, node));
    }

    private String words(List<Integer> way) {
      return String.join(
          ", then ", way.stream().filter(members::contains).map(n -> graph.at(n).value()).toList());
    }

    private Variant variant() {
      return state.variants().stream()
          .filter(variant -> members.contains(graph.position(variant.revision())))
          .findFirst()
          .orElseThrow();
    }
  }
}

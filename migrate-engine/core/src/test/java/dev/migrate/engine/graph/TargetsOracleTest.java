package dev.migrate.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.TargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random graphs, states and targets against {@link Naive} and {@link NaiveTargets}. */
class TargetsOracleTest {

  private static final int GRAPHS = 1_500;
  private static final int TARGETS = 25;

  @Test
  void queriesSayWhatTheirDefinitionsSay() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      List<Lineage> lineages = Graphs.random(random, 12);
      LineageGraph graph = LineageGraph.of(lineages);
      Naive naive = Naive.of(lineages);
      Set<RevisionId> some = Naive.some(graph.order(), random);
      RevisionId one = graph.order().get(random.nextInt(graph.size()));
      String seen = "seed " + seed + ": " + lineages + " " + some;
      assertThat(graph.ancestors(some)).as(seen).isEqualTo(naive.ancestors(some));
      assertThat(graph.descendants(some)).as(seen).isEqualTo(naive.descendants(some));
      assertThat(graph.line(one)).as(seen).isEqualTo(naive.lineAbove(Set.of(one)));
      assertThat(graph.children(one)).as(seen).isEqualTo(naive.children(one));
      assertThat(graph.heads()).as(seen).isEqualTo(naive.heads());
      assertThat(graph.effectiveHeads()).as(seen).isEqualTo(naive.maximal(naive.all()));
      assertThat(graph.bases())
          .as(seen)
          .isEqualTo(Naive.where(naive.all(), id -> naive.lineage(id).parents().isEmpty()));
      assertThat(graph.mergePoints())
          .as(seen)
          .isEqualTo(Naive.where(naive.all(), id -> naive.lineage(id).parents().size() > 1));
      assertThat(graph.branchPoints())
          .as(seen)
          .isEqualTo(Naive.where(naive.all(), id -> naive.children(id).size() > 1));
      for (RevisionId other : naive.all()) {
        assertThat(graph.isAncestor(other, one))
            .as(seen)
            .isEqualTo(!other.equals(one) && naive.ancestors(Set.of(one)).contains(other));
      }
    }
  }

  @Test
  void whatIsAppliedNeedNotBeClosedUnderAncestors() {
    int gaps = 0;
    for (long seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      List<Lineage> lineages = Graphs.random(random, 8);
      LineageGraph graph = LineageGraph.of(lineages);
      Naive naive = Naive.of(lineages);
      Set<RevisionId> applied = Naive.some(graph.order(), random);
      Set<RevisionId> foreign = naive.someComponents(random);
      Targets targets = Targets.of(graph, applied, foreign);
      NaiveTargets expected = new NaiveTargets(naive, applied, foreign);
      gaps += naive.ancestors(applied).equals(applied) ? 0 : 1;
      for (int i = 0; i < TARGETS; i++) {
        NaiveTargets.Written written = random(lineages, random);
        Target target = Target.parse(written.toString());
        String seen = "seed " + seed + ": " + lineages + " at " + applied + ": " + target;
        Optional<List<RevisionId>> up = result(() -> targets.upgrade(List.of(target)));
        Optional<List<RevisionId>> down = result(() -> targets.downgrade(target));
        assertThat(set(up)).as(seen).isEqualTo(expected.upgrade(written));
        assertThat(set(down)).as(seen).isEqualTo(expected.downgrade(written));
        assertThat(set(result(() -> targets.stamp(List.of(target)))))
            .as(seen)
            .isEqualTo(expected.stamp(written));
        down.ifPresent(undone -> assertThat(applied).as(seen).containsAll(undone));
      }
    }
    assertThat(gaps).isGreaterThan(GRAPHS / 2);
  }

  @Test
  void anOrderIsComparedWithTheGraph() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      List<Lineage> lineages = Graphs.random(random, 9);
      LineageGraph graph = LineageGraph.of(lineages);
      List<RevisionId> order = new ArrayList<>(Naive.some(graph.order(), random));
      Collections.shuffle(order, random);
      Set<RevisionId> misplaced =
          Naive.where(
              Set.copyOf(order),
              id ->
                  order.stream()
                      .anyMatch(
                          other ->
                              graph.isAncestor(id, other)
                                      && order.indexOf(id) > order.indexOf(other)
                                  || graph.isAncestor(other, id)
                                      && order.indexOf(id) < order.indexOf(other)));
      assertThat(graph.misplaced(order))
          .as("seed " + seed + ": " + lineages + " in order " + order)
          .isEqualTo(misplaced);
    }
  }

  @Test
  void targetsMeanWhatTheirDefinitionsSay() {
    int resolved = 0;
    int refused = 0;
    for (long seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      List<Lineage> lineages = Graphs.random(random, 9);
      LineageGraph graph = LineageGraph.of(lineages);
      Naive naive = Naive.of(lineages);
      Set<RevisionId> applied = naive.ancestors(Naive.some(graph.order(), random));
      Targets targets = Targets.of(graph, applied);
      NaiveTargets expected = new NaiveTargets(naive, applied);
      for (int i = 0; i < TARGETS; i++) {
        NaiveTargets.Written written = random(lineages, random);
        Target target = Target.parse(written.toString());
        String seen = "seed " + seed + ": " + lineages + " at " + applied + ": " + target;
        Optional<List<RevisionId>> up = result(() -> targets.upgrade(List.of(target)));
        Optional<List<RevisionId>> down = result(() -> targets.downgrade(target));
        assertThat(set(up)).as(seen).isEqualTo(expected.upgrade(written));
        assertThat(set(down)).as(seen).isEqualTo(expected.downgrade(written));
        assertThat(set(result(() -> targets.stamp(List.of(target)))))
            .as(seen)
            .isEqualTo(expected.stamp(written));
        up.ifPresent(run -> assertRunnable(graph, applied, run, seen));
        down.ifPresent(undone -> assertUndoable(graph, naive, applied, undone, seen));
        resolved += (up.isPresent() ? 1 : 0) + (down.isPresent() ? 1 : 0);
        refused += (up.isPresent() ? 0 : 1) + (down.isPresent() ? 0 : 1);
      }
    }
    assertThat(resolved).isGreaterThan(GRAPHS);
    assertThat(refused).isGreaterThan(GRAPHS);
  }

  @Test
  void candidatesOfAnAmbiguousTargetResolve() {
    int candidates = 0;
    for (long seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      List<Lineage> lineages = Graphs.random(random, 9);
      LineageGraph graph = LineageGraph.of(lineages);
      Set<RevisionId> applied = graph.ancestors(Naive.some(graph.order(), random));
      Targets targets = Targets.of(graph, applied);
      for (int steps = 1; steps <= graph.size(); steps++) {
        String seen = "seed " + seed + ": " + lineages + " at " + applied;
        Plan upgrade = target -> targets.upgrade(List.of(target));
        candidates += resolvedCandidates("+" + steps, upgrade, steps, seen);
        candidates += resolvedCandidates("-" + steps, targets::downgrade, steps, seen);
      }
    }
    assertThat(candidates).isGreaterThan(GRAPHS);
  }

  private interface Plan {
    Collection<RevisionId> of(Target target);
  }

  private static int resolvedCandidates(String text, Plan plan, int steps, String seen) {
    try {
      assertThat(plan.of(Target.parse(text))).as(seen + ": " + text).hasSize(steps);
      return 0;
    } catch (TargetException refused) {
      if (!refused.getMessage().contains("ambiguous")) {
        return 0;
      }
      Set<Set<RevisionId>> results = new HashSet<>();
      for (String candidate : refused.candidates()) {
        Collection<RevisionId> planned = plan.of(Target.parse(candidate));
        assertThat(planned).as(seen + ": " + text + " offers " + candidate).hasSize(steps);
        assertThat(results.add(Set.copyOf(planned))).as(seen + ": " + text).isTrue();
      }
      return refused.candidates().size();
    }
  }

  private static void assertRunnable(
      LineageGraph graph, Set<RevisionId> applied, List<RevisionId> run, String seen) {
    Set<RevisionId> state = new HashSet<>(applied);
    for (RevisionId id : run) {
      assertThat(state).as(seen).containsAll(Naive.needs(graph.lineage(id)));
      assertThat(state.add(id)).as(seen).isTrue();
    }
    assertThat(run).as(seen).isSortedAccordingTo(graph.comparator());
  }

  private static void assertUndoable(
      LineageGraph graph,
      Naive naive,
      Set<RevisionId> applied,
      List<RevisionId> undone,
      String seen) {
    Set<RevisionId> state = new HashSet<>(applied);
    state.removeAll(undone);
    assertThat(naive.ancestors(state)).as(seen).isEqualTo(state);
    assertThat(undone).as(seen).isSortedAccordingTo(graph.comparator().reversed());
  }

  private static NaiveTargets.Written random(List<Lineage> lineages, Random random) {
    List<String> names = new ArrayList<>();
    for (Lineage lineage : lineages) {
      names.add(lineage.id().value());
      names.addAll(lineage.labels());
    }
    List<String> symbols = List.of("head", "heads", "base", "current", "");
    String scope = random.nextBoolean() ? "" : names.get(random.nextInt(names.size()));
    String point =
        random.nextInt(5) < 2
            ? names.get(random.nextInt(names.size()))
            : symbols.get(random.nextInt(symbols.size()));
    int steps =
        point.isEmpty() || random.nextBoolean()
            ? (random.nextInt(lineages.size() + 1) + 1) * (random.nextBoolean() ? 1 : -1)
            : 0;
    return new NaiveTargets.Written(scope, point, steps);
  }

  private static <T> Optional<T> result(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (TargetException refused) {
      return Optional.empty();
    }
  }

  private static Optional<Set<RevisionId>> set(Optional<? extends Collection<RevisionId>> ids) {
    return ids.map(Set::copyOf);
  }
}

package dev.migrate.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.NaiveTargets.Written;
import dev.migrate.report.TargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** All absolute targets of random graphs, and what becomes of them when they are mistyped. */
class EveryTargetTest {

  private static final int GRAPHS = 1_000;
  private static final int MUTATIONS = 6;
  private static final List<String> SYMBOLS = List.of("base", "head", "heads", "current");
  private static final String GRAMMAR = "@:+-,_ 019ahlr\u00e9\u0661\u0000\n\ud83d";

  /** A graph whose revisions were registered in no order, and some state of a database. */
  private record Drawn(long seed, Random random, List<Lineage> lineages, Set<RevisionId> applied) {

    static Drawn of(long seed) {
      Random random = new Random(seed);
      List<Lineage> lineages = new ArrayList<>(Graphs.random(random, 8));
      Collections.shuffle(lineages, random);
      List<RevisionId> ids = lineages.stream().map(Lineage::id).toList();
      return new Drawn(
          seed, random, lineages, Naive.of(lineages).ancestors(Naive.some(ids, random)));
    }

    Targets targets() {
      return Targets.of(LineageGraph.of(lineages), applied);
    }

    List<String> names() {
      List<String> names = new ArrayList<>();
      for (Lineage lineage : lineages) {
        names.add(lineage.id().value());
        names.addAll(lineage.labels());
      }
      return names;
    }

    /** Ids, labels and symbols, each also as they are meant on the branch of every name. */
    List<Written> absolute() {
      List<String> points = new ArrayList<>(names());
      points.addAll(SYMBOLS);
      List<String> scopes = new ArrayList<>(names());
      scopes.add("");
      List<Written> all = new ArrayList<>();
      scopes.forEach(scope -> points.forEach(point -> all.add(new Written(scope, point, 0))));
      return all;
    }

    String saying(Object more) {
      return "seed " + seed + ": " + lineages + " at " + applied + ": " + more;
    }
  }

  @Test
  void everyAbsoluteTargetMeansItsSet() {
    int resolved = 0;
    for (long seed = 0; seed < GRAPHS; seed++) {
      Drawn drawn = Drawn.of(seed);
      Targets targets = drawn.targets();
      NaiveTargets expected = new NaiveTargets(Naive.of(drawn.lineages()), drawn.applied());
      for (Written written : drawn.absolute()) {
        Target target = Target.parse(written.toString());
        Optional<Set<RevisionId>> up = set(() -> targets.upgrade(List.of(target)));
        if (!up.equals(expected.upgrade(written))
            || !set(() -> targets.downgrade(target)).equals(expected.downgrade(written))) {
          assertThat(up).as(drawn.saying(written)).isEqualTo(expected.upgrade(written));
          assertThat(set(() -> targets.downgrade(target)))
              .as(drawn.saying(written))
              .isEqualTo(expected.downgrade(written));
        }
        resolved += up.isPresent() ? 1 : 0;
      }
    }
    assertThat(resolved).isGreaterThan(20 * GRAPHS);
  }

  @Test
  void severalTargetsMeanAllOfTheirSets() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      Drawn drawn = Drawn.of(seed);
      NaiveTargets expected = new NaiveTargets(Naive.of(drawn.lineages()), drawn.applied());
      List<Written> some = new ArrayList<>(drawn.absolute());
      Collections.shuffle(some, drawn.random());
      some = some.subList(0, Math.min(some.size(), 2 + drawn.random().nextInt(2)));
      Optional<Set<RevisionId>> union = Optional.of(new HashSet<>());
      for (Written written : some) {
        Optional<Set<RevisionId>> one = expected.upgrade(written);
        union.ifPresent(all -> one.ifPresent(all::addAll));
        union = one.isEmpty() ? Optional.empty() : union;
      }
      List<Target> parsed = some.stream().map(each -> Target.parse(each.toString())).toList();
      assertThat(set(() -> drawn.targets().upgrade(parsed)))
          .as(drawn.saying(some))
          .isEqualTo(union);
    }
  }

  @Test
  void aMistypedTargetIsAnotherTargetOrATypedError() {
    Set<Boolean> outcomes = new HashSet<>();
    for (long seed = 0; seed < GRAPHS; seed++) {
      Drawn drawn = Drawn.of(seed);
      Targets targets = drawn.targets();
      List<Written> legal = drawn.absolute();
      List<Function<String, Object>> calls =
          List.of(
              text -> targets.upgrade(List.of(Target.parse(text))),
              text -> targets.downgrade(Target.parse(text)),
              text -> targets.stamp(List.of(Target.parse(text))),
              text -> targets.single(Target.parse(text)),
              text -> targets.history(TargetRange.parse(text)));
      for (int i = 0; i < MUTATIONS; i++) {
        Written written = legal.get(drawn.random().nextInt(legal.size()));
        int steps = drawn.random().nextInt(9) - 4;
        String text = new Written(written.scope(), written.point(), steps).toString();
        String mistyped = mistyped(text, drawn.random());
        for (Function<String, Object> call : calls) {
          outcomes.add(isAnswered(() -> call.apply(mistyped), drawn.saying(mistyped)));
        }
      }
    }
    assertThat(outcomes).containsExactlyInAnyOrder(true, false);
  }

  /** Some characters left out, doubled, exchanged, or replaced by one of the grammar. */
  private static String mistyped(String text, Random random) {
    StringBuilder mistyped = new StringBuilder(text);
    for (int count = random.nextInt(3); count >= 0; count--) {
      int place = random.nextInt(mistyped.length() + 1);
      char any = GRAMMAR.charAt(random.nextInt(GRAMMAR.length()));
      boolean atEnd = place == mistyped.length();
      switch (random.nextInt(atEnd ? 1 : 4)) {
        case 0 -> mistyped.insert(place, any);
        case 1 -> mistyped.deleteCharAt(place);
        case 2 -> mistyped.setCharAt(place, any);
        default -> mistyped.insert(place, mistyped.charAt(place));
      }
    }
    return mistyped.toString();
  }

  private static boolean isAnswered(Supplier<?> call, String seen) {
    try {
      return call.get() != null;
    } catch (TargetException refused) {
      return false;
    } catch (RuntimeException | StackOverflowError other) {
      throw new AssertionError(seen, other);
    }
  }

  private static Optional<Set<RevisionId>> set(Supplier<? extends Collection<RevisionId>> call) {
    try {
      return Optional.of(Set.copyOf(call.get()));
    } catch (TargetException refused) {
      return Optional.empty();
    }
  }
}

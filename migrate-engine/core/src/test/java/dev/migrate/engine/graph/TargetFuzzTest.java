package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.graph;
import static dev.migrate.engine.graph.Graphs.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.RevisionId;
import dev.migrate.report.TargetException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetFuzzTest {

  private static final int STRINGS = 100_000;

  private static final List<String> PIECES =
      List.of(
          "@",
          "@",
          ":",
          "+",
          "+",
          "-",
          "-",
          "0",
          "1",
          "2",
          "3",
          "9",
          "99999999999",
          "head",
          "heads",
          "base",
          "current",
          "aa",
          "ab",
          "b1",
          "left",
          "l",
          "right",
          "a",
          "z",
          " ",
          "\n",
          "\u0000",
          ",",
          "_",
          "\u00e9",
          "\u0661",
          "\ud83d\ude00",
          "\ud83d",
          "\u2028",
          "\u00a0");

  private final LineageGraph graph =
      graph(
          "aa",
          "ab after aa",
          "b1 after aa label left",
          "b2 after b1",
          "c1 after ab label right",
          "m after b2 c1",
          "d dependsOn b1 label other");
  private final Set<Class<?>> outcomes = new HashSet<>();

  @Test
  void anyTextIsATargetOrATypedError() {
    List<Targets> states =
        List.of(
            Targets.of(graph, Set.of()),
            Targets.of(graph, ids("b1")),
            Targets.of(graph, ids("b2", "c1", "d")),
            Targets.of(graph, ids("m", "d")),
            Targets.of(graph(), Set.of()));
    for (long seed = 0; seed < STRINGS; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      Targets targets = states.get(random.nextInt(states.size()));
      check(seed, text, () -> targets.upgrade(List.of(Target.parse(text))));
      check(seed, text, () -> targets.downgrade(Target.parse(text)));
      check(seed, text, () -> targets.stamp(List.of(Target.parse(text), Target.parse("heads"))));
      check(seed, text, () -> targets.single(Target.parse(text)));
      check(seed, text, () -> targets.history(TargetRange.parse(text)));
    }
    assertThat(outcomes).contains(TargetException.class, RevisionId.class).hasSizeGreaterThan(3);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      text.append(
          random.nextInt(20) == 0
              ? String.valueOf((char) random.nextInt(0x10000))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private interface Call {
    Object result();
  }

  private void check(long seed, String text, Call call) {
    try {
      outcomes.add(call.result().getClass());
    } catch (TargetException refused) {
      outcomes.add(refused.getClass());
      if (refused.candidates().size() > 10 || !refused.getMessage().contains("\n  next ")) {
        throw new AssertionError("seed " + seed + ": " + text, refused);
      }
    } catch (RuntimeException | StackOverflowError other) {
      throw new AssertionError("seed " + seed + ": " + text, other);
    }
  }
}

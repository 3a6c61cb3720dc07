package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.DEPENDING;
import static dev.migrate.engine.graph.Graphs.DIAMOND;
import static dev.migrate.engine.graph.Graphs.graph;
import static dev.migrate.engine.graph.TargetCalls.down;
import static dev.migrate.engine.graph.TargetCalls.refused;
import static dev.migrate.engine.graph.TargetCalls.single;
import static dev.migrate.engine.graph.TargetCalls.up;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Alembic 1.20 answered on the same graphs. Where the answer here is another, the name of the
 * test says why.
 */
class AlembicTranscriptTest {

  /** Two branches that are still apart. */
  private static final LineageGraph FORK =
      graph("aaaa", "bbbb after aaaa label lb", "cccc after aaaa label lc");

  /** An empty cell of a table is null. */
  private static String orNone(String cell) {
    return cell == null ? "" : cell;
  }

  private static String candidates(Runnable call) {
    return String.join(" ", refused(call).candidates());
  }

  @Nested
  class SameAsAlembic {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
                      | head      | aaaa b1b1 b2b2 c1c1 mmmm zzzz
            b2b2      | head      | c1c1 mmmm zzzz
            aaaa      | head      | b1b1 b2b2 c1c1 mmmm zzzz
            aaaa      | heads     | b1b1 b2b2 c1c1 mmmm zzzz
            aaaa      | left@head | b1b1 b2b2 c1c1 mmmm zzzz
            aaaa      | left@+1   | b1b1
            aaaa      | left@+2   | b1b1 b2b2
            aaaa      | right@+1  | c1c1
            aaaa      | left@aaaa+2 | b1b1 b2b2
            aaaa      | b2        | b1b1 b2b2
            aaaa      | b2b       | b1b1 b2b2
            aaaa      | zzzz-1    | b1b1 b2b2 c1c1 mmmm
                      | head-1    | aaaa b1b1 b2b2 c1c1 mmmm
            aaaa      | base      | ''
                      | +1        | aaaa
            zzzz      | b1b1      | ''
            """)
    void upgradesOnTheDiamond(String applied, String target, String run) {
      assertThat(up(DIAMOND, orNone(applied), target)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            zzzz      | mmmm        | zzzz
            zzzz      | b2b2        | zzzz mmmm
            zzzz      | c1c1        | zzzz mmmm
            zzzz      | b1b1        | zzzz mmmm b2b2
            zzzz      | aaaa        | zzzz mmmm c1c1 b2b2 b1b1
            zzzz      | base        | zzzz mmmm c1c1 b2b2 b1b1 aaaa
            zzzz      | -1          | zzzz
            zzzz      | left@-1     | zzzz
            zzzz      | head-1      | zzzz
            zzzz      | left@aaaa   | zzzz mmmm b2b2 b1b1
            zzzz      | left@b1b1   | zzzz mmmm b2b2
            zzzz      | right@aaaa  | zzzz mmmm c1c1
            zzzz      | left@aaaa+1 | zzzz mmmm b2b2
            zzzz      | base+1      | zzzz mmmm c1c1 b2b2 b1b1
            b2b2 c1c1 | left@-1     | b2b2
            b2b2 c1c1 | b1b1        | b2b2
            b2b2 c1c1 | aaaa        | c1c1 b2b2 b1b1
            b2b2 c1c1 | left@aaaa   | b2b2 b1b1
            """)
    void downgradesOnTheDiamond(String applied, String target, String undone) {
      assertThat(down(DIAMOND, applied, target)).isEqualTo(undone);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
                 | B@head | A1A1 A2A2 B1B1 B2B2 B3B3
            B3B3 | heads  | A3A3
                 | heads  | A1A1 A2A2 A3A3 B1B1 B2B2 B3B3
            """)
    void upgradesWithDependencies(String applied, String target, String run) {
      assertThat(up(DEPENDING, orNone(applied), target)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            A3A3 B3B3 | A@base | B3B3 B2B2 A3A3 A2A2 A1A1
            B3B3      | A@base | B3B3 B2B2 A2A2 A1A1
            A3A3 B3B3 | B@base | B3B3 B2B2 B1B1
            B3B3      | B@base | B3B3 B2B2 B1B1
            A3A3 B3B3 | A1A1   | B3B3 B2B2 A3A3 A2A2
            B3B3      | A1A1   | B3B3 B2B2 A2A2
            A3A3 B3B3 | A2A2   | A3A3
            A3A3 B3B3 | base   | B3B3 B2B2 B1B1 A3A3 A2A2 A1A1
            B3B3      | base   | B3B3 B2B2 B1B1 A2A2 A1A1
            A3A3 B3B3 | B@-1   | B3B3
            B3B3      | B@-1   | B3B3
            A3A3 B3B3 | A@-1   | A3A3
            B3B3      | A@-1   | B3B3 B2B2 A2A2
            A3A3 B3B3 | B2B2   | B3B3
            B3B3      | B2B2   | B3B3
            A3A3 B3B3 | A@-2   | B3B3 B2B2 A3A3 A2A2
            B3B3      | A@-2   | B3B3 B2B2 A2A2 A1A1
            """)
    void downgradesWithDependencies(String applied, String target, String undone) {
      assertThat(down(DEPENDING, applied, target)).isEqualTo(undone);
    }

    @ParameterizedTest
    @CsvSource({
      "nope, zzzz",
      "left@c1c1, c1c1 left@head",
      "right@b2b2, b2b2 right@head",
      "'c1c1,b2b2', zzzz",
      "-1, +1",
      "+1, left@+1 right@+1",
      "aaaa+2, left@aaaa+2 right@aaaa+2"
    })
    void upgradesThatAreRefused(String target, String candidates) {
      assertThat(candidates(() -> up(DIAMOND, "aaaa", target))).isEqualTo(candidates);
    }

    @ParameterizedTest
    @CsvSource({"+1, -1", "aaaa+1, left@aaaa+1 right@aaaa+1"})
    void downgradesThatAreRefused(String target, String candidates) {
      assertThat(candidates(() -> down(DIAMOND, "zzzz", target))).isEqualTo(candidates);
    }

    @Test
    void severalHeadsAreNoHead() {
      assertThat(candidates(() -> up(DEPENDING, "", "head"))).isEqualTo("A3A3 B3B3");
      assertThat(candidates(() -> up(FORK, "", "head"))).isEqualTo("bbbb cccc");
      assertThat(candidates(() -> single(FORK, "", "heads"))).isEqualTo("bbbb cccc");
      assertThat(candidates(() -> up(FORK, "", "heads+1"))).isEmpty();
    }

    @Test
    void lookUps() {
      assertThat(single(FORK, "", "lb@head")).isEqualTo("bbbb");
      assertThat(single(FORK, "", "bbbb@head")).isEqualTo("bbbb");
      assertThat(up(FORK, "", "lb@base")).isEmpty();
      assertThat(up(FORK, "", "aaaa@heads")).isEqualTo("aaaa bbbb cccc");
      assertThat(candidates(() -> up(FORK, "", "zz"))).isEqualTo("bbbb cccc");
    }

    @Test
    void aStartThatSeveralIdsShareIsRefused() {
      LineageGraph graph = graph("abcd2", "abcd1");
      assertThat(candidates(() -> up(graph, "", "abcd"))).isEqualTo("abcd1 abcd2");
      assertThat(up(graph, "", "abcd1")).isEqualTo("abcd1");
    }
  }

  @Nested
  class BetterThanAlembic {

    @Test
    void crossingAMergeIsNotAmbiguousAsLongAsTheOrderIsForced() {
      assertThat(down(DIAMOND, "zzzz", "-2")).isEqualTo("zzzz mmmm");
      assertThat(down(DIAMOND, "zzzz", "zzzz-2")).isEqualTo("zzzz mmmm");
      assertThat(down(DIAMOND, "zzzz", "mmmm-1")).isEqualTo("zzzz mmmm");
      assertThat(down(DIAMOND, "mmmm", "-1")).isEqualTo("mmmm");
      assertThat(down(DIAMOND, "mmmm", "left@-1")).isEqualTo("mmmm");
    }

    @Test
    void stepsInALineStayInItBehindAMerge() {
      assertThat(down(DIAMOND, "zzzz", "left@-3")).isEqualTo("zzzz mmmm b2b2");
      assertThat(up(DIAMOND, "aaaa", "left@+3")).isEqualTo("b1b1 b2b2 c1c1 mmmm");
    }

    @Test
    void stepsOverAWholeForkEndTheSameWhicheverSideIsFirst() {
      assertThat(up(DIAMOND, "aaaa", "+3")).isEqualTo("b1b1 b2b2 c1c1");
      assertThat(down(DIAMOND, "zzzz", "-5")).isEqualTo("zzzz mmmm c1c1 b2b2 b1b1");
      assertThat(up(FORK, "aaaa", "+2")).isEqualTo("bbbb cccc");
      assertThat(down(FORK, "bbbb cccc", "-2")).isEqualTo("cccc bbbb");
    }

    @Test
    void aLineThatSharesItsBaseIsUndoneWithoutTheBaseAndTheOtherLine() {
      assertThat(down(DIAMOND, "zzzz", "left@base")).isEqualTo("zzzz mmmm b2b2 b1b1");
      assertThat(down(DIAMOND, "b2b2 c1c1", "left@base")).isEqualTo("b2b2 b1b1");
    }

    @Test
    void twoAppliedHeadsAreAmbiguousInsteadOfTheFirstRowOfTheDatabase() {
      assertThat(candidates(() -> down(DIAMOND, "b2b2 c1c1", "-1"))).isEqualTo("left@-1 right@-1");
    }

    @Test
    void beingThereAlreadyIsNoError() {
      assertThat(down(DEPENDING, "B3B3", "A2A2")).isEmpty();
    }

    @Test
    void anAppliedSetNeverOverlaps() {
      assertThat(up(DEPENDING, "A2A2 B3B3", "heads")).isEqualTo("A3A3");
    }

    @Test
    void stepsPastTheEndSayHowManyThereAre() {
      assertThat(candidates(() -> up(DIAMOND, "", "+9"))).isEqualTo("+6");
    }

    @Test
    void stepsFromBaseCountRevisionsAndBaseIsNone() {
      assertThat(candidates(() -> up(DIAMOND, "", "base+2"))).isEqualTo("b1b1 c1c1");
      assertThat(up(DIAMOND, "", "base+1")).isEqualTo("aaaa");
    }

    @Test
    void aStepInALineThatIsNotAppliedReachesItsFirstRevision() {
      assertThat(up(DIAMOND, "", "left@+1")).isEqualTo("aaaa b1b1");
    }
  }
}

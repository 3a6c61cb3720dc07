package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.DEPENDING;
import static dev.migrate.engine.graph.Graphs.DIAMOND;
import static dev.migrate.engine.graph.Graphs.graph;
import static dev.migrate.engine.graph.Graphs.ids;
import static dev.migrate.engine.graph.TargetCalls.at;
import static dev.migrate.engine.graph.TargetCalls.down;
import static dev.migrate.engine.graph.TargetCalls.history;
import static dev.migrate.engine.graph.TargetCalls.refused;
import static dev.migrate.engine.graph.TargetCalls.single;
import static dev.migrate.engine.graph.TargetCalls.stamp;
import static dev.migrate.engine.graph.TargetCalls.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.RevisionId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

  @Nested
  class Upgrade {

    @Test
    void severalTargetsRunWhatAnyOfThemNeeds() {
      assertThat(up(DIAMOND, "", "c1c1", "b1b1")).isEqualTo("aaaa b1b1 c1c1");
      assertThat(up(DIAMOND, "")).isEmpty();
    }

    @Test
    void anUnknownAppliedRevisionIsAnArgumentError() {
      assertThatThrownBy(() -> Targets.of(DIAMOND, ids("nope")))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHistoryAheadOfTheCodeIsPlannedOnTheUnion() {
      LineageGraph union = DIAMOND.union(Graphs.lineages("y after zzzz"));
      assertThat(up(union, "y", "zzzz")).isEmpty();
      assertThat(down(union, "y", "zzzz")).isEqualTo("y");
    }

    @Test
    void anAmbiguousStepNamesBothSides() {
      assertThat(refused(() -> up(DIAMOND, "aaaa", "+1")))
          .hasMessage(
              """
              the target "+1" is ambiguous: different choices of steps lead to different results
                choices    b1b1, c1c1
                next       choose one: left@+1, right@+1\
              """);
    }

    @Test
    void sidesWithoutALabelAreNamedByAnId() {
      LineageGraph graph = graph("a", "b1 after a", "b2 after b1", "c1 after a", "c2 after c1");
      assertThat(refused(() -> up(graph, "a", "+2")).candidates())
          .containsExactly("b1@+2", "c1@+2");
      assertThat(up(graph, "a", "c1@+2")).isEqualTo("c1 c2");
      assertThat(refused(() -> up(graph, "", "base+2")).candidates()).containsExactly("b1", "c1");
    }

    @Test
    void candidatesTakeJustSoManySteps() {
      assertThat(refused(() -> up(DIAMOND, "", "+2")).candidates()).containsExactly("b1b1", "c1c1");
      assertThat(refused(() -> up(DIAMOND, "", "+3")).candidates()).containsExactly("b2b2");
      assertThat(refused(() -> down(DEPENDING, "A3A3 B3B3", "-2")).candidates())
          .containsExactly("B@-2");
    }

    @Test
    void stepsDownAreRefusedUnlessTheyStartFromARevision() {
      assertThat(refused(() -> up(DIAMOND, "zzzz", "-1")))
          .hasMessage(
              """
              the target "-1" leads down, which an upgrade does not
                next       upgrade to "+1", or downgrade to "-1\"\
              """);
      assertThat(refused(() -> up(DIAMOND, "zzzz", "left@-2")).candidates())
          .containsExactly("left@+2");
      assertThat(up(DIAMOND, "", "mmmm-1")).isEqualTo("aaaa b1b1 b2b2 c1c1");
    }

    @Test
    void stepsFromARevisionDoNotDependOnWhatIsApplied() {
      assertThat(up(DIAMOND, "", "b1b1+1")).isEqualTo("aaaa b1b1 b2b2");
      assertThat(up(DIAMOND, "", "b1b1+2")).isEqualTo("aaaa b1b1 b2b2 c1c1 mmmm");
      assertThat(up(DIAMOND, "b2b2", "b1b1+1")).isEmpty();
      assertThat(up(DEPENDING, "", "B3B3-2")).isEqualTo("B1B1");
    }

    @Test
    void stepsPastTheEndSayHowManyThereAre() {
      assertThat(refused(() -> up(DIAMOND, "b2b2", "left@+3")))
          .hasMessage(
              """
              the target "left@+3" goes 3 steps, but only 2 revisions are pending in the line of left
                next       write "left@+2" for all of them\
              """);
      assertThat(refused(() -> up(DIAMOND, "zzzz", "+1")))
          .hasMessageContaining("goes 1 step, but no revisions are pending");
      assertThat(refused(() -> up(DIAMOND, "", "mmmm-9"))).hasMessageContaining("\"mmmm-5\"");
      assertThat(refused(() -> up(DIAMOND, "", "base-1"))).hasMessageContaining("below base");
    }
  }

  @Nested
  class Downgrade {

    @Test
    void theOtherSideOfABranchStays() {
      assertThat(down(DIAMOND, "zzzz", "b2b2")).isEqualTo("zzzz mmmm");
    }

    @Test
    void aDependentOfTheTargetStaysUnlessWhatItNeedsGoes() {
      assertThat(down(DEPENDING, "A3A3 B3B3", "A2A2")).isEqualTo("A3A3");
      assertThat(down(DEPENDING, "A3A3 B3B3", "A1A1")).isEqualTo("B3B3 B2B2 A3A3 A2A2");
    }

    @Test
    void aTargetThatIsNotAppliedIsRefused() {
      assertThat(refused(() -> down(DIAMOND, "b2b2", "c1c1")))
          .hasMessage(
              """
              the downgrade to "c1c1" would do nothing: c1c1 is not applied
                applied    aaaa below
                next       upgrade to get there, or name a revision that is applied\
              """);
      assertThat(refused(() -> down(DIAMOND, "b2b2", "head")).candidates()).containsExactly("b2b2");
      assertThat(refused(() -> down(DIAMOND, "", "aaaa")).candidates()).containsExactly("base");
    }

    @Test
    void beingThereAlreadyIsAnEmptyPlan() {
      assertThat(down(DIAMOND, "b2b2", "b2b2")).isEmpty();
      assertThat(down(DIAMOND, "", "base")).isEmpty();
      assertThat(down(DIAMOND, "c1c1", "left@base")).isEmpty();
      assertThat(down(DIAMOND, "zzzz", "head")).isEmpty();
      assertThat(down(DIAMOND, "zzzz", "heads")).isEmpty();
    }

    @Test
    void anAmbiguousStepNamesBothSides() {
      assertThat(refused(() -> down(DIAMOND, "zzzz", "-3")).candidates())
          .containsExactly("left@-3", "right@-3");
      assertThat(refused(() -> down(DIAMOND, "zzzz", "zzzz-3")).candidates())
          .containsExactly("left@zzzz-3", "right@zzzz-3");
      LineageGraph graph = graph("a", "b1 after a", "b2 after b1", "c1 after a", "c2 after c1");
      assertThat(refused(() -> down(graph, "b2 c2", "-2")).candidates())
          .containsExactly("b1@-2", "c1@-2");
      assertThat(refused(() -> down(graph, "b2 c2", "-1")).candidates())
          .containsExactly("b2@-1", "c2@-1");
    }

    @Test
    void aStepBelowARevisionIsThatRevision() {
      LineageGraph graph = graph("a", "b after a", "x after a");
      assertThat(down(graph, "b x", "b-1")).isEqualTo(down(graph, "b x", "a")).isEqualTo("x b");
    }

    @Test
    void stepsBelowTheFirstRevisionUndoItsLineOnly() {
      assertThat(down(DEPENDING, "A3A3 B3B3", "B1B1-1")).isEqualTo("B3B3 B2B2 B1B1");
    }

    @Test
    void stepsAcrossADependencyAreForcedToo() {
      LineageGraph graph = graph("a", "b dependsOn a");
      assertThat(down(graph, "b", "-1")).isEqualTo("b");
      assertThat(down(graph, "b", "-2")).isEqualTo("b a");
    }

    @Test
    void anOrderThatARevisionOutsideTheLineForcesCounts() {
      LineageGraph graph =
          graph("s label l", "x1 after s", "q after r dependsOn x1", "r", "x2 after s dependsOn q");
      assertThat(up(graph, "s r", "l@+1")).isEqualTo("x1");
      assertThat(down(graph, "x2", "l@-1")).isEqualTo("x2");
      assertThat(down(graph, "x2", "l@-2")).isEqualTo("x2 q x1");
    }
  }

  @Nested
  class Stamp {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "''        | heads     | aaaa b1b1 b2b2 c1c1 mmmm zzzz",
          "''        | b2b2      | aaaa b1b1 b2b2",
          "c1c1      | b1b1      | aaaa b1b1 c1c1",
          "zzzz      | mmmm      | aaaa b1b1 b2b2 c1c1 mmmm",
          "zzzz      | b2b2      | aaaa b1b1 b2b2 c1c1",
          "zzzz      | aaaa      | aaaa",
          "zzzz      | left@base | aaaa c1c1",
          "zzzz      | base      | ''",
          "zzzz      | base b2b2 | aaaa b1b1 b2b2",
          "zzzz      | aaaa mmmm | aaaa b1b1 b2b2 c1c1 mmmm",
          "zzzz      | mmmm aaaa | aaaa b1b1 b2b2 c1c1 mmmm",
          "zzzz      | -1        | aaaa b1b1 b2b2 c1c1 mmmm",
          "b1b1 c1c1 | +1        | aaaa b1b1 b2b2 c1c1",
          "zzzz      | current   | aaaa b1b1 b2b2 c1c1 mmmm zzzz",
        })
    void recordsWhatGoingThereWouldLeave(String applied, String targets, String recorded) {
      assertThat(stamp(DIAMOND, applied, targets.split(" "))).isEqualTo(recorded);
    }

    @Test
    void dependenciesAreRecordedToo() {
      assertThat(stamp(DEPENDING, "", "B2B2")).isEqualTo("A1A1 A2A2 B1B1 B2B2");
      assertThat(stamp(DEPENDING, "A3A3 B3B3", "A1A1")).isEqualTo("A1A1 B1B1");
    }
  }

  @Nested
  class History {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "base:heads   | aaaa b1b1 b2b2 c1c1 mmmm zzzz",
          ":            | aaaa b1b1 b2b2 c1c1 mmmm zzzz",
          "b1b1:zzzz    | b1b1 b2b2 mmmm zzzz",
          "mmmm:        | mmmm zzzz",
          ":b2b2        | aaaa b1b1 b2b2",
          "b2b2         | aaaa b1b1 b2b2",
          "base         | ''",
          "b2b2:b2b2    | b2b2",
          "left@base:left@head | b1b1 b2b2 mmmm zzzz",
          "current:heads | b2b2 mmmm zzzz",
          "-1:current   | b1b1 b2b2",
          "current:+1   | ''",
        })
    void isWhatLiesBetweenBothEnds(String range, String ids) {
      if (range.equals("current:+1")) {
        assertThat(refused(() -> history(DIAMOND, "b2b2", range))).hasMessageContaining("no line");
      } else {
        assertThat(history(DIAMOND, "b2b2", range)).isEqualTo(ids);
      }
    }

    @Test
    void stepsUpFromTheCurrentStateAreAnEnd() {
      assertThat(history(DIAMOND, "b2b2 c1c1", "current:+2")).isEqualTo("b2b2 c1c1 mmmm zzzz");
    }

    @Test
    void endsTheWrongWayRoundAreOfferedTurned() {
      assertThat(refused(() -> history(DIAMOND, "", "zzzz:b1b1")).candidates())
          .containsExactly("b1b1:zzzz");
    }

    @Test
    void endsOnDifferentBranchesAreRefused() {
      assertThat(refused(() -> history(DIAMOND, "", "b2b2:c1c1")))
          .hasMessageStartingWith("no line leads up from \"b2b2\" to \"c1c1\"");
    }
  }

  @Nested
  class Single {

    @Test
    void namesOneRevision() {
      assertThat(single(DIAMOND, "b2b2", "-1")).isEqualTo("b1b1");
      assertThat(single(DIAMOND, "mmmm", "+1")).isEqualTo("zzzz");
      assertThat(single(DIAMOND, "", "mm")).isEqualTo("mmmm");
    }

    @Test
    void baseIsNone() {
      assertThat(refused(() -> single(DIAMOND, "", "base")))
          .hasMessageContaining("names no revision");
    }

    @Test
    void severalAreRefusedWithTheirIds() {
      assertThat(refused(() -> single(DIAMOND, "", "mmmm-1")).candidates())
          .containsExactly("b2b2", "c1c1");
    }
  }

  @Test
  void resultsCannotBeChanged() {
    Set<RevisionId> recorded = at(DIAMOND, "").stamp(List.of(Target.parse("heads")));
    assertThatThrownBy(recorded::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> at(DIAMOND, "zzzz").downgrade(Target.parse("base")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}

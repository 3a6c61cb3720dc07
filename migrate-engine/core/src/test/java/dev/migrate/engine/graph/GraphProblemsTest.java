package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.RevisionId;
import dev.migrate.report.GraphException;
import dev.migrate.report.GraphProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphProblemsTest {

  private static GraphException refused(String... revisions) {
    return catchThrowableOfType(GraphException.class, () -> graph(revisions));
  }

  private static List<String> problems(String... revisions) {
    return refused(revisions).problems().stream().map(GraphProblem::toString).toList();
  }

  @Test
  void anIdThatIsThereTwice() {
    assertThat(problems("a", "b", "a after b"))
        .containsExactly("2 revisions have the id a: \"a root\" and \"a after b\"");
  }

  @Test
  void theSameRevisionTwiceIsADuplicateToo() {
    assertThat(problems("a", "a")).hasSize(1);
  }

  @Test
  void aParentThatIsNotThereWithWhoAsksForIt() {
    assertThat(problems("a", "b after x"))
        .containsExactly("b is after x, which does not exist; did you mean a or b");
    assertThat(problems("create_account", "b after create_acount"))
        .containsExactly(
            "b is after create_acount, which does not exist; did you mean create_account");
    assertThat(problems("create_account", "b after something_else"))
        .containsExactly("b is after something_else, which does not exist");
  }

  @Test
  void aDependencyThatIsNotThere() {
    assertThat(problems("aaaa", "bbbb after aaaa dependsOn xyzt"))
        .containsExactly("bbbb depends on xyzt, which does not exist");
  }

  @Test
  void aJoinOfARevisionWithWhatItIsAfter() {
    assertThat(problems("a", "b after a", "c after b", "d after c a"))
        .containsExactly("d is after a and c, but c already comes after a; name c alone");
    graph("a", "b dependsOn a", "c after a b");
  }

  @Test
  void aRevisionThatNamesItself() {
    assertThat(problems("a after a")).containsExactly("a is after itself");
    assertThat(problems("a dependsOn a")).containsExactly("a depends on itself");
  }

  @Test
  void aCycleWithItsMembersInOrder() {
    assertThat(problems("a", "b after d", "c after b", "d after c a"))
        .containsExactly("b \u2192 d \u2192 c \u2192 b: each needs the next");
  }

  @Test
  void aCycleOverBothKindsOfEdges() {
    assertThat(problems("a", "b after a dependsOn c", "c after b"))
        .containsExactly("b \u2192 c \u2192 b: each needs the next");
  }

  @Test
  void everyCycleIsReportedButNotWhatIsAboveIt() {
    assertThat(problems("a after b", "b after a", "c after b d", "d after c", "e after d"))
        .containsExactly(
            "a \u2192 b \u2192 a: each needs the next", "c \u2192 d \u2192 c: each needs the next");
  }

  @Test
  void entangledCyclesAreOneProblemWithAShortestPathAndAllMembers() {
    GraphProblem problem =
        refused("a after b c", "b after a", "c after d", "d after a").problems().get(0);
    assertThat(problem)
        .isInstanceOfSatisfying(
            GraphProblem.Cycle.class,
            cycle -> {
              assertThat(cycle.path()).hasToString("[a, b]");
              assertThat(cycle.members()).hasToString("[a, b, c, d]");
            })
        .hasToString("a \u2192 b \u2192 a: each needs the next; 4 revisions are on such cycles");
  }

  @Test
  void aLabelThatIsThereTwice() {
    assertThat(problems("a label l", "b label l")).containsExactly("the label l is on a and b");
  }

  @Test
  void aLabelThatIsAnId() {
    assertThat(problems("a label b", "b"))
        .containsExactly("the label b on a is also the id of a revision");
    assertThat(problems("a label a"))
        .containsExactly("the label a on a is also the id of a revision");
  }

  @Test
  void everythingIsReportedAtOnce() {
    GraphException refused =
        refused(
            "a",
            "a",
            "b after xxxx dependsOn b",
            "c after d",
            "d after c",
            "e label l",
            "f label l");
    assertThat(refused)
        .hasMessage(
            """
            the revisions do not form a graph: 5 problems
              duplicate  2 revisions have the id a: "a root" and "a root"
              label      the label l is on e and f
              unknown    b is after xxxx, which does not exist
              self       b depends on itself
              cycle      c \u2192 d \u2192 c: each needs the next
              next       correct them where the lineages are declared\
            """);
  }

  @Test
  void thousandsOfProblemsAreCarriedButNotAllPrinted() {
    List<String> revisions = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      revisions.add("r" + i + " after missing" + i);
    }
    GraphException refused = refused(revisions.toArray(String[]::new));
    assertThat(refused.problems()).hasSize(3_000);
    assertThat(refused.getMessage().lines()).hasSize(23);
    assertThat(refused).hasMessageContaining("and        2980 more");
  }

  @Test
  void aVeryLongCycleIsFoundWithoutRecursion() {
    List<String> revisions = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      revisions.add("r" + i + " after r" + (i + 1) % 100_000);
    }
    GraphException refused = refused(revisions.toArray(String[]::new));
    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().get(0))
        .isInstanceOfSatisfying(
            GraphProblem.Cycle.class,
            cycle -> assertThat(cycle.path()).hasSize(100_000).startsWith(RevisionId.of("r0")));
    assertThat(refused.getMessage()).hasSizeLessThan(400);
  }
}

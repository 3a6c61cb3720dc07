package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.DIAMOND;
import static dev.migrate.engine.graph.Graphs.graph;
import static dev.migrate.engine.graph.TargetCalls.down;
import static dev.migrate.engine.graph.TargetCalls.history;
import static dev.migrate.engine.graph.TargetCalls.refused;
import static dev.migrate.engine.graph.TargetCalls.single;
import static dev.migrate.engine.graph.TargetCalls.up;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.report.TargetException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TargetNamesTest {

  private final LineageGraph graph =
      graph("ab", "abc after ab label x", "xy after abc", "xz after ab");

  @Test
  void aFullIdWinsOverAnIdThatStartsLikeIt() {
    assertThat(single(graph, "", "ab")).isEqualTo("ab");
  }

  @Test
  void aLabelWinsOverTheStartOfAnId() {
    assertThat(single(graph, "", "x")).isEqualTo("abc");
  }

  @Test
  void oneCharacterIsNoStartOfAnId() {
    LineageGraph graph = graph("abcd");
    assertThat(refused(() -> up(graph, "", "a")))
        .hasMessageContaining("write at least two characters of the id");
    assertThat(up(graph, "", "ab")).isEqualTo("abcd");
  }

  @Test
  void upperAndLowerCaseDiffer() {
    LineageGraph graph = graph("ABCD", "abcd");
    assertThat(up(graph, "", "ab")).isEqualTo("abcd");
  }

  @Test
  void aStartIsCompletedWithinItsLine() {
    LineageGraph graph = graph("a", "x1 after a label left", "x2 after a label right");
    assertThat(single(graph, "", "left@x1")).isEqualTo("x1");
    LineageGraph deep = graph("a", "l after a label left", "xxl after l", "xxr after a");
    assertThat(single(deep, "", "left@xx")).isEqualTo("xxl");
  }

  @Test
  void manyCandidatesAreCutToTen() {
    String[] many = new String[15];
    Arrays.setAll(many, i -> "same" + (char) ('a' + i));
    TargetException refused = refused(() -> up(graph(many), "", "same+1"));
    assertThat(refused.candidates()).hasSize(10).startsWith("samea+1", "sameb+1");
    assertThat(refused)
        .hasMessageStartingWith("\"same\" is the start of 15 revisions")
        .hasMessageContaining("samej and 5 more");
  }

  @Test
  void aNearMissIsOffered() {
    TargetException refused = refused(() -> up(DIAMOND, "", "lfet@head"));
    assertThat(refused.candidates()).containsExactly("left@head");
    assertThat(refused)
        .hasMessage(
            """
            the target "lfet@head": there is no revision or label "lfet"
              similar    left
              heads      zzzz
              next       correct the name; a prefix of an id is enough if it is unique\
            """);
    assertThat(refused(() -> up(DIAMOND, "", "HEAD")).candidates()).startsWith("head");
    assertThat(refused(() -> up(DIAMOND, "", "b2b3-1")).candidates()).contains("b2b2-1");
  }

  @Test
  void severalTargetsInOneAreRefusedWithTheWayToWriteThem() {
    assertThat(refused(() -> up(DIAMOND, "", "b2b2,c1c1")))
        .hasMessageContaining("give several targets as several arguments");
  }

  @Test
  void headIsTheHeadThatTheOtherHeadsNeedNot() {
    LineageGraph graph = graph("a", "expand after a", "contract after a dependsOn expand");
    assertThat(up(graph, "", "head")).isEqualTo("a expand contract");
  }

  @Test
  void currentIsWhatIsApplied() {
    assertThat(history(DIAMOND, "b2b2 c1c1", ":current")).isEqualTo("aaaa b1b1 b2b2 c1c1");
    assertThat(single(DIAMOND, "b2b2 c1c1", "left@current")).isEqualTo("b2b2");
    assertThat(up(DIAMOND, "b2b2", "current")).isEmpty();
    assertThat(down(DIAMOND, "b2b2 c1c1", "current")).isEmpty();
  }

  @Test
  void anEmptyGraphHasNothingToDoAndNothingToShow() {
    assertThat(up(graph(), "", "head")).isEmpty();
    assertThat(up(graph(), "", "heads")).isEmpty();
    assertThat(down(graph(), "", "base")).isEmpty();
    assertThat(history(graph(), "", "base:heads")).isEmpty();
    assertThat(refused(() -> single(graph(), "", "head")))
        .hasMessageContaining("names no revision");
  }
}

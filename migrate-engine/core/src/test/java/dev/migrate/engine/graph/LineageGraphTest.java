package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.DEPENDING;
import static dev.migrate.engine.graph.Graphs.DIAMOND;
import static dev.migrate.engine.graph.Graphs.graph;
import static dev.migrate.engine.graph.Graphs.ids;
import static dev.migrate.engine.graph.Graphs.lineages;
import static dev.migrate.engine.graph.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.report.GraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineageGraphTest {

  private static RevisionId id(String id) {
    return RevisionId.of(id);
  }

  @Test
  void anEmptyGraphHasNothing() {
    LineageGraph empty = graph();
    assertThat(empty.size()).isZero();
    assertThat(empty.order()).isEmpty();
    assertThat(empty.heads()).isEmpty();
    assertThat(empty.effectiveHeads()).isEmpty();
    assertThat(empty.bases()).isEmpty();
    assertThat(empty.ancestors(Set.of())).isEmpty();
  }

  @Test
  void aRevisionIsFoundById() {
    assertThat(DIAMOND.contains(id("b2b2"))).isTrue();
    assertThat(DIAMOND.contains(id("left"))).isFalse();
    assertThat(DIAMOND.lineage(id("b2b2"))).hasToString("b2b2 after b1b1");
  }

  @Test
  void anUnknownIdIsAnArgumentError() {
    assertThatThrownBy(() -> DIAMOND.lineage(id("nope")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nope");
    assertThatThrownBy(() -> DIAMOND.ancestors(ids("nope")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void headsHaveNoChild() {
    assertThat(DIAMOND.heads()).isEqualTo(ids("zzzz"));
    assertThat(text(graph("a", "c after a", "b after a").heads())).isEqualTo("b c");
  }

  @Test
  void aHeadThatAnotherDependsOnIsNotEffective() {
    LineageGraph graph = graph("a", "expand after a", "contract after a dependsOn expand");
    assertThat(text(graph.heads())).isEqualTo("expand contract");
    assertThat(text(graph.effectiveHeads())).isEqualTo("contract");
  }

  @Test
  void basesHaveNoParentEvenIfTheyDependOnSomething() {
    assertThat(text(graph("a", "b dependsOn a", "c after b").bases())).isEqualTo("a b");
  }

  @Test
  void branchAndMergePointsAreOverParentsOnly() {
    assertThat(text(DIAMOND.branchPoints())).isEqualTo("aaaa");
    assertThat(text(DIAMOND.mergePoints())).isEqualTo("mmmm");
    assertThat(DEPENDING.branchPoints()).isEmpty();
    assertThat(DEPENDING.mergePoints()).isEmpty();
  }

  @Test
  void childrenAreOverParentsOnly() {
    assertThat(text(DIAMOND.children(id("aaaa")))).isEqualTo("b1b1 c1c1");
    assertThat(text(DEPENDING.children(id("A2A2")))).isEqualTo("A3A3");
  }

  @Test
  void ancestorsIncludeTheirDependencies() {
    assertThat(text(DEPENDING.ancestors(ids("B3B3")))).isEqualTo("A1A1 A2A2 B1B1 B2B2 B3B3");
  }

  @Test
  void descendantsIncludeDependents() {
    assertThat(text(DEPENDING.descendants(ids("A2A2")))).isEqualTo("A2A2 A3A3 B2B2 B3B3");
  }

  @Test
  void isAncestorIsStrictAndOverBothKindsOfEdges() {
    assertThat(DEPENDING.isAncestor(id("A1A1"), id("B3B3"))).isTrue();
    assertThat(DEPENDING.isAncestor(id("B3B3"), id("A1A1"))).isFalse();
    assertThat(DEPENDING.isAncestor(id("A3A3"), id("B3B3"))).isFalse();
    assertThat(DEPENDING.isAncestor(id("A1A1"), id("A1A1"))).isFalse();
  }

  @Test
  void aLabelIsFoundWithItsLine() {
    assertThat(DEPENDING.labelled("A")).contains(id("A1A1"));
    assertThat(DEPENDING.labelled("A1A1")).isEmpty();
    assertThat(text(DEPENDING.line(id("A1A1")))).isEqualTo("A1A1 A2A2 A3A3");
    assertThat(text(DIAMOND.line(id("b1b1")))).isEqualTo("b1b1 b2b2 mmmm zzzz");
  }

  @Test
  void theComparatorSortsAnySetCanonically() {
    List<RevisionId> some = new ArrayList<>(List.of(id("zzzz"), id("c1c1"), id("b2b2")));
    some.sort(DIAMOND.comparator());
    assertThat(text(some)).isEqualTo("b2b2 c1c1 zzzz");
  }

  @Test
  void setsThatComeOutCannotBeChanged() {
    assertThatThrownBy(() -> DIAMOND.heads().remove(id("zzzz")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> DIAMOND.heads().add(id("zzzz")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(DIAMOND.heads()).isEqualTo(Set.of(id("zzzz"))).contains(id("zzzz"));
    assertThat(DIAMOND.heads().contains(id("nope"))).isFalse();
  }

  @Test
  void aParentThatIsADependencyTooIsFine() {
    assertThat(graph("a", "b after a", "c after b dependsOn a b").order())
        .containsExactlyElementsOf(ids("a", "b", "c"));
  }

  @Test
  void aUnionAddsWhatOnlyTheHistoryKnows() {
    LineageGraph union = DIAMOND.union(lineages("y2 after y1", "y1 after b2b2", "zzzz after b2b2"));
    assertThat(union.size()).isEqualTo(8);
    assertThat(text(union.heads())).isEqualTo("y2 zzzz");
    assertThat(union.lineage(id("zzzz"))).isEqualTo(DIAMOND.lineage(id("zzzz")));
  }

  @Test
  void aUnionWithNothingNewIsTheSameGraph() {
    assertThat(DIAMOND.union(lineages("aaaa"))).isSameAs(DIAMOND);
  }

  @Test
  void aUnionRefusesAParentThatNobodyKnows() {
    assertThatThrownBy(() -> DIAMOND.union(lineages("y after x")))
        .isInstanceOf(GraphException.class)
        .hasMessageContaining("y is after x, which does not exist");
  }

  @Test
  void deepAndWideGraphsNeedNoRecursion() {
    List<Lineage> lineages = new ArrayList<>();
    lineages.add(Lineage.of("top0").root());
    for (int i = 0; i < 10_000; i++) {
      String[] side = new String[8];
      for (int j = 0; j < side.length; j++) {
        String below = j % 4 == 0 ? "top" + i : side[j - 1];
        side[j] = "r" + i + "_" + j;
        lineages.add(Lineage.of(side[j]).after(below));
      }
      lineages.add(Lineage.of("top" + (i + 1)).after(side[3], side[7]));
    }
    LineageGraph graph = LineageGraph.of(lineages);
    assertThat(graph.size()).isEqualTo(90_001);
    assertThat(graph.mergePoints()).hasSize(10_000);
    assertThat(text(graph.heads())).isEqualTo("top10000");
    assertThat(graph.isAncestor(id("top0"), id("top10000"))).isTrue();
    Targets targets = Targets.of(graph, Set.copyOf(graph.order()));
    assertThat(targets.downgrade(Target.parse("-80001"))).hasSize(80_001);
    assertThatThrownBy(() -> targets.downgrade(Target.parse("-80003")))
        .hasMessageContaining("r1110_7@-80003");
  }
}

package dev.migrate.engine.graph;

import static dev.migrate.engine.graph.Graphs.DEPENDING;
import static dev.migrate.engine.graph.Graphs.DIAMOND;
import static dev.migrate.engine.graph.Graphs.graph;
import static dev.migrate.engine.graph.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {

  private static final int GRAPHS = 3_000;

  @Test
  void aBranchStaysInOnePiece() {
    assertThat(text(DIAMOND.order())).isEqualTo("aaaa b1b1 b2b2 c1c1 mmmm zzzz");
    assertThat(text(DEPENDING.order())).isEqualTo("A1A1 A2A2 A3A3 B1B1 B2B2 B3B3");
  }

  @Test
  void theSmallerIdComesFirstWhereThereIsAChoice() {
    assertThat(text(graph("c", "b", "a", "y after b", "x after b").order())).isEqualTo("a b x y c");
  }

  @Test
  void everyRevisionStandsBehindWhatItNeeds() {
    forRandomGraphs(
        (lineages, random) -> {
          LineageGraph graph = LineageGraph.of(lineages);
          for (Lineage lineage : lineages) {
            for (RevisionId needed : Naive.needs(lineage)) {
              assertThat(graph.position(needed)).isLessThan(graph.position(lineage.id()));
            }
          }
          assertThat(graph.order()).hasSize(lineages.size()).doesNotHaveDuplicates();
        });
  }

  @Test
  void theOrderOfRegistrationDoesNotMatter() {
    forRandomGraphs(
        (lineages, random) -> {
          List<Lineage> shuffled = new ArrayList<>(lineages);
          Collections.shuffle(shuffled, random);
          assertThat(LineageGraph.of(shuffled).order())
              .isEqualTo(LineageGraph.of(lineages).order());
        });
  }

  @Test
  void addingRevisionsNeverReordersTheOlderOnes() {
    forRandomGraphs(
        (lineages, random) -> {
          LineageGraph newer = LineageGraph.of(lineages);
          Set<RevisionId> old = Naive.of(lineages).ancestors(Naive.some(newer.order(), random));
          LineageGraph older =
              LineageGraph.of(lineages.stream().filter(l -> old.contains(l.id())).toList());
          assertThat(newer.order().stream().filter(old::contains).toList())
              .isEqualTo(older.order());
        });
  }

  private interface Property {
    void holdsFor(List<Lineage> lineages, Random random);
  }

  private static void forRandomGraphs(Property property) {
    for (long seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      List<Lineage> lineages = Graphs.random(random, 40);
      try {
        property.holdsFor(lineages, random);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed + ": " + lineages, failure);
      }
    }
  }
}

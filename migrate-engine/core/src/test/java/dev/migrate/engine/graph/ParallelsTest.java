package dev.migrate.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParallelsTest {

  /** What is parallel, alone and beyond, as the definitions say it. */
  @Test
  void agreesWithTheDefinitionsOnRandomGraphs() {
    for (long seed = 0; seed < 1_000; seed++) {
      LineageGraph graph = LineageGraph.of(Graphs.random(new Random(seed), 30));
      Parallels parallels = Parallels.of(graph);
      Random random = new Random(seed);
      for (int a = 0; a < graph.size(); a++) {
        boolean alone = true;
        for (int b = 0; b < graph.size(); b++) {
          boolean before = graph.isAncestor(graph.at(a), graph.at(b));
          boolean behind = graph.isAncestor(graph.at(b), graph.at(a));
          assertThat(parallels.isBefore(a, b)).as("%s: %s, %s", seed, a, b).isEqualTo(before);
          assertThat(parallels.areParallel(a, b))
              .as("%s: %s, %s", seed, a, b)
              .isEqualTo(a != b && !before && !behind);
          alone &= a == b || before || behind;
        }
        assertThat(parallels.isAlone(a)).as("%s: %s", seed, a).isEqualTo(alone);
        List<Integer> some = List.of(random.nextInt(graph.size()), a);
        int other = random.nextInt(graph.size());
        assertThat(parallels.beyond(some, other)).isEqualTo(beyond(graph, some, other));
      }
    }
  }

  private static List<Integer> beyond(LineageGraph graph, List<Integer> some, int other) {
    BitSet mine = new BitSet();
    some.forEach(mine::set);
    BitSet beyond =
        Topology.minus(
            graph.topology().ancestors(mine), graph.topology().ancestors(Topology.only(other)));
    return new ArrayList<>(beyond.stream().boxed().toList());
  }
}

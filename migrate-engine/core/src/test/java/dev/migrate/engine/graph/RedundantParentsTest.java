package dev.migrate.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A parent that is also an ancestor of another parent, found as the definition finds it. */
class RedundantParentsTest {

  private static final int GRAPHS = 300;

  @Test
  void findsWhatTheDefinitionFinds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int found = 0;
    for (int graph = 0; graph < GRAPHS; graph++) {
      Edges parents = random(random);
      List<RedundantParents.Found> expected = byDefinition(parents);
      assertThat(RedundantParents.in(parents)).as("seed %d", seed).isEqualTo(expected);
      found += expected.size();
    }
    assertThat(found).as("seed %d", seed).isGreaterThan(GRAPHS);
  }

  /** Narrow graphs have long lines with shortcuts, wide ones many parents on one level. */
  private static Edges random(Random random) {
    int size = 1 + random.nextInt(250);
    int reach = 1 + random.nextInt(size);
    int most = 1 + random.nextInt(5);
    Edges.Builder edges = new Edges.Builder(size);
    for (int node = 0; node < size; node++) {
      Set<Integer> parents = new LinkedHashSet<>();
      for (int n = random.nextInt(most + 1); n > 0 && node > 0; n--) {
        parents.add(node - 1 - random.nextInt(Math.min(node, reach)));
      }
      parents.forEach(edges::add);
      edges.next();
    }
    return edges.build();
  }

  private static List<RedundantParents.Found> byDefinition(Edges parents) {
    Topology topology = new Topology(parents, parents);
    List<RedundantParents.Found> found = new ArrayList<>();
    for (int node = 0; node < parents.size(); node++) {
      for (int low = 0; low < parents.degree(node); low++) {
        for (int high = 0; high < parents.degree(node); high++) {
          if (topology.isAncestor(parents.target(node, low), parents.target(node, high))) {
            found.add(new RedundantParents.Found(node, low, high));
          }
        }
      }
    }
    return found;
  }
}

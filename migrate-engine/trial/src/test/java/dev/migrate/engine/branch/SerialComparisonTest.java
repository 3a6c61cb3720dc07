package dev.migrate.engine.branch;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.branch.Overlaps.Pair;
import dev.migrate.engine.graph.Parallels;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.RecordedHistory;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.dialect.branch.BranchGround;
import dev.migrate.testkit.dialect.branch.BranchMoves;
import dev.migrate.testkit.dialect.branch.BranchMoves.Move;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What is found independent in one pass has no two revisions that meet when each is looked at after
 * its own ancestors. On random graphs of operations of every kind; {@code
 * -Dmigrate.test.graphs=100000} tries more.
 */
class SerialComparisonTest {

  private static final List<Move> MOVES = BranchMoves.all();

  @Test
  void whatIsFoundIndependentIsIndependent() {
    int graphs = Integer.getInteger("migrate.test.graphs", 2_000);
    int independent = 0;
    int found = 0;
    for (int seed = 0; seed < graphs; seed++) {
      List<String> drawn = new ArrayList<>();
      List<Revision> revisions = random(new Random(seed), drawn);
      AppliedState state;
      try {
        state = nothingApplied(revisions);
      } catch (MigrateException refused) {
        continue;
      }
      Parallels parallels = Parallels.of(state.graph());
      Set<Integer> stretches = stretches(state, parallels);
      Set<Integer> told = new SerialComparison(state, parallels).independent(stretches);
      for (int stretch : stretches) {
        Set<Pair> pairs = compared(state, parallels, stretch);
        if (told.contains(stretch)) {
          assertEquals(Set.of(), pairs, "seed " + seed + ": " + drawn);
          found++;
        }
        independent += pairs.isEmpty() ? 1 : 0;
      }
    }
    assertTrue(found > independent / 2, found + " of " + independent);
  }

  /**
   * Joins of ten branches: the ancestors of each are another set, and none is folded for itself.
   */
  @Test
  void layersOfJoinsAreOnePass() {
    int width = 20;
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      int below = i - i % width - width;
      Set<String> parents = new LinkedHashSet<>();
      for (int n = 0; n < 10; n++) {
        parents.add("r" + (below + (i + 3 * n) % width));
      }
      String first = parents.iterator().next();
      String[] others = parents.stream().skip(1).toArray(String[]::new);
      String table = "t" + i;
      revisions.add(
          Revision.of(
              i < width ? start.root() : start.after(first, others),
              op -> op.createTable(table, column("id", integer()))));
    }
    AppliedState state = nothingApplied(revisions);
    Parallels parallels = Parallels.of(state.graph());
    Set<Integer> stretches = stretches(state, parallels);
    assertEquals(Set.of(0), stretches);
    assertEquals(stretches, new SerialComparison(state, parallels).independent(stretches));
  }

  private static AppliedState nothingApplied(List<Revision> revisions) {
    return new AppliedState(
        CodeRevisions.of(revisions), RecordedHistory.NONE, Set.of(), List.of(DialectName.H2));
  }

  private static Set<Integer> stretches(AppliedState state, Parallels parallels) {
    Set<Integer> stretches = new TreeSet<>();
    for (int node = 0; node < state.graph().size(); node++) {
      if (!parallels.isAlone(node)) {
        stretches.add(parallels.stretch(node));
      }
    }
    return stretches;
  }

  /** What meets, where every revision is looked at after its ancestors. */
  private static Set<Pair> compared(AppliedState state, Parallels parallels, int stretch) {
    Effects effects = new Effects(state, parallels, new AncestorSchemas(state, parallels));
    Overlaps overlaps = new Overlaps(parallels::areParallel);
    for (int node = 0; node < state.graph().size(); node++) {
      if (parallels.stretch(node) == stretch) {
        overlaps.add(node, effects.footprint(node));
      }
    }
    return overlaps.pairs();
  }

  private static List<Revision> random(Random random, List<String> drawn) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(BranchGround.WITH_SEQUENCES);
    int size = 3 + random.nextInt(6);
    for (int i = 1; i < size; i++) {
      Set<String> parents = new HashSet<>();
      for (int n = 0; n < 1 + random.nextInt(3); n++) {
        int parent = random.nextInt(i);
        parents.add(parent == 0 ? "ground" : "r" + parent);
      }
      String first = parents.iterator().next();
      parents.remove(first);
      Lineage lineage = Lineage.of("r" + i).after(first, parents.toArray(String[]::new));
      List<Move> moves = new ArrayList<>();
      for (int n = 0; n < 1 + random.nextInt(2); n++) {
        moves.add(MOVES.get(random.nextInt(MOVES.size())));
      }
      drawn.add("r" + i + " after " + first + parents + " " + moves);
      revisions.add(Revision.of(lineage, op -> moves.forEach(move -> move.body().accept(op))));
    }
    return revisions;
  }
}

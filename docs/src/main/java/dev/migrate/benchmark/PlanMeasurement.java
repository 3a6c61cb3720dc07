package dev.migrate.benchmark;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictFinder;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.RecordedHistory;
import dev.migrate.report.Plan;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long the graph and the plan of many revisions take, in milliseconds, warm.
 *
 * @param merges how many of the revisions join two branches
 * @param graph the time for the graph and its order
 * @param verdict the time to find that the branches do not conflict
 * @param plan the time for targets, recording and folding
 */
record PlanMeasurement(int merges, double graph, double verdict, double plan) {

  private static final int ROUNDS = 3;
  private static final int WIDTH = 100;
  private static final int PARENTS = 10;

  /** A line with a join every ten revisions. */
  static PlanMeasurement of(int count) {
    return of(count, diamonds(count));
  }

  /** A hundred branches, where each revision joins ten of the layer below. */
  static PlanMeasurement ofWide(int count) {
    return of(count, layers(count));
  }

  private static PlanMeasurement of(int count, List<Revision> revisions) {
    PlanMeasurement best =
        new PlanMeasurement(0, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      CodeRevisions known = CodeRevisions.of(revisions);
      int merges = known.graph().mergePoints().size();
      long built = System.nanoTime();
      AppliedState state =
          new AppliedState(known, RecordedHistory.NONE, Set.of(), List.of(DialectName.H2));
      List<RevisionId> pending =
          Targets.of(known.graph(), Set.of()).upgrade(List.of(Target.parse("heads")));
      Plan plan = new Planner(state).upgrade(pending);
      long planned = System.nanoTime();
      int conflicts =
          new ConflictFinder(state, ConflictRules.strictest(Map.of())).pending(pending).size();
      long judged = System.nanoTime();
      if (plan.steps().size() != count || conflicts > 0) {
        throw new IllegalStateException("planned " + plan.steps().size());
      }
      best =
          new PlanMeasurement(
              merges,
              Math.min(best.graph(), (built - begin) / 1e6),
              Math.min(best.verdict(), (judged - planned) / 1e6),
              Math.min(best.plan(), (planned - built) / 1e6));
    }
    return best;
  }

  private static List<Revision> layers(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      String[] parents = new String[PARENTS];
      for (int n = 0; n < PARENTS; n++) {
        parents[n] = "r" + (i - i % WIDTH - WIDTH + (i + n * 7) % WIDTH);
      }
      Lineage lineage =
          i < WIDTH
              ? start.root()
              : start.after(parents[0], Arrays.copyOfRange(parents, 1, PARENTS));
      String table = "t" + i;
      revisions.add(Revision.of(lineage, op -> op.createTable(table, column("id", integer()))));
    }
    return revisions;
  }

  /** A line in which every eighth to tenth revision is a fork and the join of its two sides. */
  private static List<Revision> diamonds(int count) {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      Lineage lineage =
          switch (i == 0 ? -1 : i % 10) {
            case -1 -> start.root();
            case 8 -> start.after("r" + (i - 2));
            case 9 -> start.after("r" + (i - 1), "r" + (i - 2));
            default -> start.after("r" + (i - 1));
          };
      String table = "t" + i;
      revisions.add(Revision.of(lineage, op -> op.createTable(table, column("id", integer()))));
    }
    return revisions;
  }
}

package dev.migrate.benchmark;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.RevisionGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * How long it takes to find that branches do not conflict, in milliseconds, warm, without a
 * database, graph and recording included.
 */
final class JudgeMeasurement {

  private static final int ROUNDS = 5;
  private static final int TABLES = 40;

  private JudgeMeasurement() {}

  static double of(int count, int heads) {
    List<Revision> revisions = branches(count, heads);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      RevisionGraph graph = RevisionGraph.of(revisions);
      int conflicts = graph.conflicts().size();
      best = Math.min(best, (System.nanoTime() - begin) / 1e6);
      if (conflicts != 0 || graph.heads().size() != heads) {
        throw new IllegalStateException(
            conflicts + " conflicts, " + graph.heads().size() + " heads");
      }
    }
    return best;
  }

  /** One line that creates tables, then many branches that all work on these tables. */
  private static List<Revision> branches(int count, int heads) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(Revision.of(Lineage.of("r0").root(), JudgeMeasurement::tables));
    for (int i = 1; i < count; i++) {
      int head = i % heads;
      String parent = i <= heads ? "r0" : "r" + (i - heads);
      String table = "t" + (i % TABLES);
      String column = "c" + i;
      boolean adds = i <= heads || (i / heads) % 2 == 0;
      Lineage lineage = Lineage.of("r" + i).after(parent).message("branch " + head);
      revisions.add(
          Revision.of(
              lineage,
              op -> {
                op.addColumn(table, column(column, varchar(20)));
                if (!adds) {
                  op.createIndex(table, index(column));
                }
              }));
    }
    return revisions;
  }

  private static void tables(Operations op) {
    for (int i = 0; i < TABLES; i++) {
      op.createTable("t" + i, column("id", integer()), primaryKey("id"));
    }
  }
}

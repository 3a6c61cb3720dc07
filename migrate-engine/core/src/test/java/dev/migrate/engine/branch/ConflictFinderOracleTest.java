package dev.migrate.engine.branch;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** On random graphs the finder finds what a comparison of every two revisions finds. */
class ConflictFinderOracleTest {

  private static final List<Consumer<Operations>> MOVES =
      List.of(
          op -> op.alterColumn("t", "a", defaultTo(1)),
          op -> op.alterColumn("t", "b", defaultTo(2)),
          op -> op.commentOnTable("t", comment("x")),
          op -> op.alterColumn("t", "a", comment("y")),
          op -> op.insert("t", columns("a"), row(1)),
          op -> op.update("t", set("b", 2).inEveryRow().needsNoUndo()),
          op -> op.execute(sql("X").reads("t", "a").writes("t", "b").needsNoUndo()),
          op -> op.execute(sql("X").reads("t").writes("u").needsNoUndo()),
          op -> op.insert("u", columns("id"), row(1)),
          op -> op.insert("u", columns("id"), row(2)),
          op -> op.delete("u", columns("id"), row(1)),
          op -> op.alterColumn("u", "id", comment("z")),
          op -> {});

  @Test
  void agreesWithComparingEveryTwo() {
    int withConflicts = 0;
    for (long seed = 0; seed < 600; seed++) {
      List<Revision> revisions = random(new Random(seed));
      RevisionGraph graph;
      try {
        graph = RevisionGraph.of(revisions);
      } catch (MigrateException noGraph) {
        continue;
      }
      Set<String> told =
          graph.conflicts().stream()
              .map(c -> c.first().revision() + " " + c.second().revision())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(told).as("seed %s", seed).isEqualTo(compared(revisions));
      withConflicts += told.isEmpty() ? 0 : 1;
    }
    assertThat(withConflicts).isGreaterThan(100);
  }

  private static List<Revision> random(Random random) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(
        Revision.of(
            Lineage.of("r0").root(),
            op -> {
              op.createTable("t", column("a", integer()), column("b", integer()));
              op.createTable("u", column("id", integer()), primaryKey("id"));
            }));
    int size = 3 + random.nextInt(12);
    for (int i = 1; i < size; i++) {
      String parent = "r" + random.nextInt(i);
      String other = "r" + random.nextInt(i);
      Lineage lineage =
          random.nextInt(4) > 0 || parent.equals(other)
              ? Lineage.of("r" + i).after(parent)
              : Lineage.of("r" + i).after(parent, other);
      List<Consumer<Operations>> body =
          List.of(MOVES.get(random.nextInt(MOVES.size())), MOVES.get(random.nextInt(MOVES.size())));
      revisions.add(Revision.of(lineage, op -> body.forEach(move -> move.accept(op))));
    }
    return revisions;
  }

  private static Set<String> compared(List<Revision> revisions) {
    LineageGraph graph = LineageGraph.of(revisions.stream().map(Revision::lineage).toList());
    Map<RevisionId, List<Operation>> operations = new HashMap<>();
    revisions.forEach(r -> operations.put(r.lineage().id(), Recording.of(r).upgrade()));
    Map<RevisionId, Footprint> footprints = new HashMap<>();
    for (RevisionId id : graph.order()) {
      Optional<Schema> before = Optional.of(Schema.empty());
      for (RevisionId ancestor : graph.ancestors(Set.of(id))) {
        if (!ancestor.equals(id)) {
          before = before.flatMap(s -> AncestorSchemas.run(operations.get(ancestor), s));
        }
      }
      footprints.put(id, Footprint.ofAll(operations.get(id), before.orElseThrow()));
    }
    Set<String> pairs = new TreeSet<>();
    for (RevisionId one : graph.order()) {
      for (RevisionId other : graph.order()) {
        if (graph.position(one) < graph.position(other)
            && !graph.isAncestor(one, other)
            && !footprints.get(one).clashesWith(footprints.get(other)).isEmpty()) {
          pairs.add(one + " " + other);
        }
      }
    }
    return pairs;
  }
}

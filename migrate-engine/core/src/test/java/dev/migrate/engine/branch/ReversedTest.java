package dev.migrate.engine.branch;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.comment;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.set;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.engine.plan.RecordedHistory;
import dev.migrate.operation.Footprint;
import dev.migrate.report.Conflict;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which revisions are in conflict with what is after them in the graph and ran before them. */
class ReversedTest {

  private static final Consumer<Operations> TABLES =
      op -> {
        op.createTable("t", column("a", integer()), column("b", integer()));
        op.createTable("u", column("id", integer()), primaryKey("id"));
      };

  private static Revision revision(String lineage, Consumer<Operations> upgrade) {
    List<String> words = List.of(lineage.split(" "));
    Lineage.Start start = Lineage.of(words.get(0));
    return Revision.of(
        words.size() == 1
            ? start.root()
            : start.after(words.get(2), words.subList(3, words.size()).toArray(String[]::new)),
        upgrade);
  }

  private static Set<String> pairs(String order, Revision... revisions) {
    List<RevisionId> ran = Arrays.stream(order.split(" ")).map(RevisionId::of).toList();
    return pairs(ran, List.of(revisions), Set.of());
  }

  private static Set<String> pairs(
      List<RevisionId> order, List<Revision> revisions, Set<Set<RevisionId>> accepted) {
    CodeRevisions known = CodeRevisions.of(revisions);
    AppliedState state =
        new AppliedState(
            known,
            RecordedHistory.NONE,
            Set.copyOf(order.subList(0, Math.max(0, order.size() - 1))),
            List.of());
    Map<Set<RevisionId>, String> reasons = new HashMap<>();
    accepted.forEach(pair -> reasons.put(pair, "a reason"));
    List<Conflict> conflicts =
        new ConflictFinder(state, ConflictRules.strictest(reasons)).reversed(order);
    return conflicts.stream()
        .map(each -> each.first().revision() + " " + each.second().revision())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aMissingRevisionIsComparedWithEverythingAfterItWhateverCutsTheGraph() {
    Revision[] line = {
      revision("r1", TABLES),
      revision("r2 after r1", op -> op.alterColumn("t", "a", type(bigint()))),
      revision("r3 after r2", op -> op.alterColumn("t", "b", comment("x"))),
      revision("r4 after r3", op -> op.alterColumn("t", "a", comment("y"))),
      revision("r5 after r4", op -> op.renameColumn("t", "a", "c"))
    };
    assertThat(pairs("r1 r3 r4 r5 r2", line)).containsExactly("r2 r5");
    assertThat(pairs("r1 r3 r2", line)).isEmpty();
    assertThat(pairs("r1 r2 r3 r4 r5", line)).isEmpty();
  }

  @Test
  void severalMissingRevisionsAreNotComparedWithEachOther() {
    Revision[] line = {
      revision("r1", TABLES),
      revision("r2 after r1", op -> op.addColumn("t", column("c", integer()))),
      revision("r3 after r2", op -> op.renameColumn("t", "c", "d")),
      revision("r4 after r3", op -> op.alterColumn("t", "b", comment("x")))
    };
    assertThat(pairs("r1 r4 r2 r3", line)).isEmpty();
    assertThat(pairs("r1 r3 r2", line)).containsExactly("r2 r3");
  }

  @Test
  void parallelRevisionsAreNotReversed() {
    Revision[] fork = {
      revision("r1", TABLES),
      revision("a after r1", op -> op.alterColumn("t", "a", comment("x"))),
      revision("b after r1", op -> op.alterColumn("t", "a", comment("y")))
    };
    assertThat(pairs("r1 b a", fork)).isEmpty();
  }

  @Test
  void whatFitsOnlyWithoutTheMissingOneIsInConflictWithIt() {
    Consumer<Operations> create = op -> op.createTable("x", column("id", integer()));
    assertThat(
            pairs(
                "r1 r3 r2",
                revision("r1", TABLES),
                revision("r2 after r1", create),
                revision("r3 after r2", create)))
        .containsExactly("r2 r3");
  }

  @Test
  void anAcceptedPairIsNotTold() {
    List<Revision> line =
        List.of(
            revision("r1", TABLES),
            revision("r2 after r1", op -> op.alterColumn("t", "a", comment("x"))),
            revision("r3 after r2", op -> op.alterColumn("t", "a", comment("y"))));
    List<RevisionId> order = Arrays.stream("r1 r3 r2".split(" ")).map(RevisionId::of).toList();
    assertThat(pairs(order, line, Set.of())).containsExactly("r2 r3");
    Set<RevisionId> pair = Set.of(RevisionId.of("r2"), RevisionId.of("r3"));
    assertThat(pairs(order, line, Set.of(pair))).isEmpty();
  }

  private static final List<Consumer<Operations>> MOVES =
      List.of(
          op -> op.alterColumn("t", "a", comment("x")),
          op -> op.alterColumn("t", "b", comment("y")),
          op -> op.insert("t", columns("a"), row(1)),
          op -> op.update("t", set("b", 2).inEveryRow().needsNoUndo()),
          op -> op.execute(sql("X").reads("t", "a").writes("t", "b").needsNoUndo()),
          op -> op.execute(sql("X").needsNoUndo()),
          op -> op.insert("u", columns("id"), row(1)),
          op -> op.delete("u", columns("id"), row(1)),
          op -> op.alterColumn("u", "id", comment("z")),
          op -> {},
          op -> {});

  @Test
  void agreesWithComparingEveryTwoInEveryOrder() {
    int withConflicts = 0;
    for (long seed = 0; seed < 800; seed++) {
      Random random = new Random(seed);
      List<Revision> revisions = new ArrayList<>();
      revisions.add(revision("r0", TABLES));
      int size = 2 + random.nextInt(9);
      for (int i = 1; i < size; i++) {
        Consumer<Operations> move = MOVES.get(random.nextInt(MOVES.size()));
        int parent = random.nextInt(3) > 0 ? i - 1 : random.nextInt(i);
        revisions.add(revision("r" + i + " after r" + parent, move));
      }
      List<RevisionId> order = new ArrayList<>();
      revisions.forEach(each -> order.add(each.lineage().id()));
      Collections.shuffle(order.subList(1, size), random);
      List<RevisionId> some = order.subList(0, 1 + random.nextInt(size));
      Set<String> expected = compared(revisions, some);
      assertThat(pairs(some, revisions, Set.of()))
          .as("seed %s: %s", seed, some)
          .isEqualTo(expected);
      withConflicts += expected.isEmpty() ? 0 : 1;
    }
    assertThat(withConflicts).isGreaterThan(100);
  }

  private static Set<String> compared(List<Revision> revisions, List<RevisionId> order) {
    LineageGraph graph = LineageGraph.of(revisions.stream().map(Revision::lineage).toList());
    Schema tables =
        AncestorSchemas.run(Recording.of(revisions.get(0)).upgrade(), Schema.empty()).orElseThrow();
    Map<RevisionId, Footprint> footprints = new HashMap<>();
    revisions.forEach(
        each ->
            footprints.put(
                each.lineage().id(),
                Footprint.ofAll(
                    Recording.of(each).upgrade(),
                    each == revisions.get(0) ? Schema.empty() : tables)));
    Set<String> pairs = new TreeSet<>();
    for (RevisionId one : new LinkedHashSet<>(order)) {
      for (RevisionId other : order) {
        if (graph.isAncestor(one, other)
            && order.indexOf(one) > order.indexOf(other)
            && !footprints.get(one).clashesWith(footprints.get(other)).isEmpty()) {
          pairs.add(one + " " + other);
        }
      }
    }
    return pairs;
  }
}

package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Reconciliation;
import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Conflict;
import dev.migrate.report.PlanException;
import dev.migrate.testkit.dialect.branch.BranchMoves.Move;
import dev.migrate.testkit.dialect.branch.BranchTrial;
import dev.migrate.testkit.dialect.branch.CompiledAdvice;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.jdbc.UnusedDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Follows what is advised where branches are in conflict or a name is taken: an order that is
 * called working works, the code that is proposed compiles and does what it promises. A dialect
 * proves it by implementing this interface in a test.
 */
public interface AdviceContract extends DatabaseContract {

  /**
   * About how many pairs of what branches do are judged in each build.
   *
   * @return the number; with {@code -Dmigrate.soundness=all} it is all of them
   */
  default int advicePairs() {
    return 600;
  }

  /**
   * Whether what was tried is rolled back, as for {@link SoundnessContract#rollsBack}.
   *
   * @return false unless overridden
   */
  default boolean rollsBackAdvice() {
    return false;
  }

  private static List<List<Move>> pairs(List<Move> moves, int wanted) {
    List<List<Move>> pairs = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      for (int j = i + 1; j < moves.size(); j++) {
        pairs.add(List.of(moves.get(i), moves.get(j)));
      }
    }
    int step =
        "all".equals(System.getProperty(SoundnessContract.SAMPLE))
            ? 1
            : Math.max(1, pairs.size() / wanted);
    List<List<Move>> some = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += step) {
      some.add(pairs.get(i));
    }
    return some;
  }

  @Test
  default void adviceOnBranchesWorksWhenItIsFollowed() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Map<String, List<Revision>> proposals = new LinkedHashMap<>();
    try (BranchTrial trial = new BranchTrial(this::emptyDatabase, rollsBackAdvice())) {
      for (List<Move> pair : pairs(trial.moves(), advicePairs())) {
        List<Revision> revisions =
            List.of(branch("one", pair.get(0)), branch("other", pair.get(1)));
        for (Conflict conflict : conflicts(trial, revisions)) {
          follow(trial, pair, conflict, wrong);
          for (String remedy : conflict.remedies()) {
            if (remedy.contains("when.runs(") && works(trial, pair)) {
              List<Revision> all = new ArrayList<>(List.of(trial.forking()));
              all.addAll(revisions);
              proposals.put(remedy.substring(remedy.indexOf("when.runs(")), all);
            }
          }
        }
      }
      List<Consumer<Reconciliation>> compiled = CompiledAdvice.of(List.copyOf(proposals.keySet()));
      int number = 0;
      for (Map.Entry<String, List<Revision>> proposal : proposals.entrySet()) {
        reconcile(proposal.getKey(), proposal.getValue(), compiled.get(number), wrong);
        number++;
      }
    }
    assertEquals(List.of(), wrong);
    assertFalse(proposals.isEmpty(), "no code was proposed");
  }

  private static Revision branch(String id, Move move) {
    return BranchTrial.revision(id, move, "ground");
  }

  private static List<Conflict> conflicts(BranchTrial trial, List<Revision> revisions) {
    List<Revision> all = new ArrayList<>(List.of(trial.forking()));
    all.addAll(revisions);
    return Migrator.on(new UnusedDataSource())
        .dialect(trial.dialect())
        .revisions(all)
        .build()
        .conflicts();
  }

  /** Whether each of the two works by itself on the rows that are there. */
  private static boolean works(BranchTrial trial, List<Move> pair) throws SQLException {
    return trial.alone(pair.get(0)).sight().isPresent()
        && trial.alone(pair.get(1)).sight().isPresent();
  }

  /** Each order that is called working works, where each of the two works by itself. */
  private static void follow(
      BranchTrial trial, List<Move> pair, Conflict conflict, List<String> wrong)
      throws SQLException {
    for (List<RevisionId> order :
        works(trial, pair) ? conflict.orders() : List.<List<RevisionId>>of()) {
      boolean isForth = order.get(0).value().equals("one");
      List<Move> moves = isForth ? pair : List.of(pair.get(1), pair.get(0));
      if (trial.inOrder(moves).isEmpty()) {
        wrong.add("does not work: " + moves);
      }
    }
    if (conflict.remedies().isEmpty()) {
      wrong.add("no advice: " + pair + " " + conflict);
    }
  }

  /** What is proposed leads from every state to one schema. */
  private void reconcile(
      String code, List<Revision> revisions, Consumer<Reconciliation> when, List<String> wrong) {
    List<Revision> all = new ArrayList<>(revisions);
    all.add(Revision.join(Lineage.of("join").after("one", "other"), when));
    List<Snapshot> ends = new ArrayList<>();
    for (String first : List.of("one", "other")) {
      try {
        DataSource database = emptyDatabase();
        Migrator migrator = Migrator.on(database).revisions(all).build();
        migrator.upgrade(first);
        migrator.upgrade();
        ends.add(Snapshot.of(database, Set.of("side")));
      } catch (MigrateException | SQLException failed) {
        wrong.add(first + " first: " + code + ": " + failed.getMessage());
        return;
      }
    }
    if (!ends.get(0).schema().equals(ends.get(1).schema())) {
      wrong.add("different schemas: " + code);
    }
  }

  // ---- names along one line

  private static Revision line(String id, String parent, Consumer<Operations> body) {
    return Revision.of(Lineage.of(id).after(parent), body);
  }

  private static void account(Operations op) {
    op.createTable("account", column("id", bigint()).identity(), primaryKey("id"));
  }

  @Test
  default void aRenamedTableKeepsTheNamesOfItsKeysAndThePlanSaysSo() {
    Revision r1 = Revision.of(Lineage.of("r1").root(), AdviceContract::account);
    Revision r2 = line("r2", "r1", op -> op.renameTable("account", "member"));
    Revision r3 =
        line(
            "r3",
            "r2",
            op -> {
              op.createTable("other", column("x", integer()));
              account(op);
            });
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, r1, r2, r3);
    migrator.upgrade("r2");
    try {
      migrator.upgrade();
    } catch (PlanException refused) {
      assertTrue(refused.getMessage().contains("primary key pk_account of table account"));
      assertTrue(
          refused
              .getMessage()
              .contains("primary key pk_account of table member, made by revision r1"));
      String advice = "op.renameConstraint(\"member\", \"pk_account\", \"pk_member\")";
      assertTrue(refused.getMessage().contains(advice), refused.getMessage());
      assertEquals("r2", migrator.current().get(0).id().value());
      Revision followed =
          line(
              "r3",
              "r2",
              op -> {
                op.renameConstraint("member", "pk_account", "pk_member");
                op.createTable("other", column("x", integer()));
                account(op);
              });
      migrator = migrator(database, r1, r2, followed);
      migrator.upgrade();
    }
    migrator.downgrade("base");
  }

  @Test
  default void generatedNamesThatMeetAreFoundBeforeAnythingRuns() {
    Revision r1 =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable("a_b", column("c", integer()));
              op.createIndex("a_b", index("c"));
            });
    Consumer<Operations> table = op -> op.createTable("a", column("b_c", integer()));
    Revision r2 =
        line(
            "r2",
            "r1",
            op -> {
              table.accept(op);
              op.createIndex("a", index("b_c"));
            });
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, r1, r2);
    try {
      migrator.upgrade();
    } catch (PlanException refused) {
      assertTrue(
          refused.getMessage().contains("index ix_a_b_c of table a_b, made by revision r1"),
          refused.getMessage());
      assertTrue(refused.getMessage().contains(".named("), refused.getMessage());
      assertThrows(AssertionError.class, () -> rows(database, "SELECT id FROM migrate_history"));
      migrator =
          migrator(
              database,
              r1,
              line(
                  "r2",
                  "r1",
                  op -> {
                    table.accept(op);
                    op.createIndex("a", index("b_c").named("ix_of_a"));
                  }));
      migrator.upgrade();
    }
    migrator.downgrade("base");
  }

  @Test
  default void aDowngradeOfItsOwnThatTakesATakenNameIsRefused() {
    Revision r1 =
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable("a", column("x", integer()), column("y", integer()));
              op.createTable("b", column("x", integer()));
              op.createIndex("a", index("x").named("ix_same"));
            });
    Revision r2 =
        new Revision() {
          @Override
          public Lineage lineage() {
            return Lineage.of("r2").after("r1");
          }

          @Override
          public void upgrade(Operations op) {
            op.dropIndex("a", "ix_same");
            op.createIndex("b", index("x").named("ix_same"));
          }

          @Override
          public void downgrade(Operations op) {
            op.createIndex("a", index("x").named("ix_same"));
            op.dropIndex("b", "ix_same");
          }
        };
    DataSource database = emptyDatabase();
    Migrator migrator = migrator(database, r1, r2);
    migrator.upgrade();
    try {
      migrator.downgrade("r1");
    } catch (PlanException refused) {
      assertTrue(
          refused.getMessage().contains("index ix_same of table b, made by"), refused.getMessage());
      assertEquals("r2", migrator.current().get(0).id().value());
    }
  }
}

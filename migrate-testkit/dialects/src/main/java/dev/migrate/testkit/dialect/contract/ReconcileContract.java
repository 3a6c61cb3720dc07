package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Operation;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.dialect.branch.BranchMoves.Move;
import dev.migrate.testkit.dialect.branch.BranchTrial;
import dev.migrate.testkit.dialect.branch.ReconcileMoves;
import dev.migrate.testkit.dialect.branch.ReconcileMoves.Change;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.jdbc.UnusedDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Reconciles random pairs that conflict and carries them out from every state: the schema must be
 * the same each time. With something else in the place of a variant nothing may run. A dialect
 * proves it by implementing this interface in a test. Ten pairs, the same each time, or with {@code
 * -Dmigrate.soundness=all} three hundred.
 */
public interface ReconcileContract extends DatabaseContract {

  /** How many pairs are tried by default. */
  int FEW_PAIRS = 3;

  /** How many pairs are tried with {@code -Dmigrate.soundness=all}. */
  int MANY_PAIRS = 300;

  /** Two changes, and how each reads after the other; empty for as it is. */
  private static Optional<Consumer<Operations>> reads(
      Change own, Change other, boolean wins, boolean inARow) {
    if (inARow) {
      return wins
          ? Optional.empty()
          : Optional.of(
              op -> {
                other.undoes().accept(op);
                own.does().accept(op);
                other.does().accept(op);
              });
    }
    return Optional.of(
        wins
            ? op -> {
              other.undoes().accept(op);
              own.does().accept(op);
            }
            : op -> {});
  }

  private static Move move(Consumer<Operations> body) {
    return new Move("change: any", body);
  }

  private static Revision joined(
      Optional<Consumer<Operations>> aAfterB, Optional<Consumer<Operations>> bAfterA) {
    return Revision.join(
        Lineage.of("j").after("a", "b"),
        when -> {
          aAfterB.ifPresent(instead -> when.runs("a").after("b", instead));
          bAfterA.ifPresent(instead -> when.runs("b").after("a", instead));
        });
  }

  /** Pairs of changes that the database takes and that conflict, in random order. */
  private static List<List<Change>> pairs(BranchTrial trial, Random random) throws SQLException {
    List<Change> changes = new ArrayList<>();
    for (Change change : ReconcileMoves.all()) {
      if (trial.alone(move(change.does())).sight().isPresent()) {
        changes.add(change);
      }
    }
    List<List<Change>> pairs = new ArrayList<>();
    for (Change one : changes) {
      for (Change other : changes) {
        if (!one.equals(other)) {
          pairs.add(List.of(one, other));
        }
      }
    }
    Collections.shuffle(pairs, random);
    pairs.removeIf(pair -> !areInConflict(trial, pair));
    boolean takesMany = "all".equals(System.getProperty("migrate.soundness"));
    return pairs.subList(0, Math.min(takesMany ? MANY_PAIRS : FEW_PAIRS, pairs.size()));
  }

  private static boolean areInConflict(BranchTrial trial, List<Change> pair) {
    return !Migrator.on(new UnusedDataSource())
        .dialect(trial.dialect())
        .revisions(
            List.of(
                trial.forking(),
                BranchTrial.revision("a", move(pair.get(0).does()), "ground"),
                BranchTrial.revision("b", move(pair.get(1).does()), "ground")))
        .build()
        .conflicts()
        .isEmpty();
  }

  @Test
  default void randomPairsAreReconciledFromEveryState() throws SQLException {
    try (BranchTrial trial = new BranchTrial(this::emptyDatabase, false)) {
      reconcile(trial);
    }
  }

  private void reconcile(BranchTrial trial) throws SQLException {
    Random random = new Random(4);
    List<List<Change>> pairs = pairs(trial, random);
    assertTrue(pairs.size() >= FEW_PAIRS, pairs.size() + " pairs");
    for (List<Change> pair : ContractCases.every(ContractCases.step(3), seed(), pairs)) {
      Change one = pair.get(0);
      Change other = pair.get(1);
      List<Operation> oneDoes = BranchTrial.operations(move(one.does()));
      List<Operation> otherDoes = BranchTrial.operations(move(other.does()));
      Optional<Schema> inARow =
          trial.folded(trial.ground(), oneDoes).flatMap(s -> trial.folded(s, otherDoes));
      boolean both = inARow.isPresent() && random.nextBoolean();
      Optional<Consumer<Operations>> first = reads(one, other, !both, both);
      Optional<Consumer<Operations>> second = reads(other, one, both, both);
      String seen = one + " || " + other + (both ? ", in a row" : ", the first wins");
      Schema end =
          both ? inARow.orElseThrow() : trial.folded(trial.ground(), oneDoes).orElseThrow();
      requireSameFromEveryState(trial, pair, joined(first, second), end, seen);
      requireRefused(trial, pair, second, end, random, seen);
    }
  }

  private void requireSameFromEveryState(
      BranchTrial trial, List<Change> pair, Revision join, Schema end, String seen)
      throws SQLException {
    Revision a = BranchTrial.revision("a", move(pair.get(0).does()), "ground");
    Revision b = BranchTrial.revision("b", move(pair.get(1).does()), "ground");
    List<List<String>> states =
        List.of(List.of(), List.of("a"), List.of("b"), List.of("a", "b"), List.of("b", "a"));
    for (List<String> state : ContractCases.of(states)) {
      DataSource database = emptyDatabase();
      Migrator migrator = migrator(database, trial.forking(), a, b, join);
      try {
        migrator.upgrade("ground");
        state.forEach(migrator::upgrade);
        migrator.upgrade();
      } catch (RuntimeException failure) {
        throw new AssertionError(seen + " from " + state, failure);
      }
      assertEquals(
          trial.dialect().canonical(end),
          Snapshot.of(database, Set.of()).schema(),
          seen + " from " + state);
    }
  }

  /** With any other change instead of how the first reads after the second. */
  private void requireRefused(
      BranchTrial trial,
      List<Change> pair,
      Optional<Consumer<Operations>> second,
      Schema end,
      Random random,
      String seen) {
    Revision a = BranchTrial.revision("a", move(pair.get(0).does()), "ground");
    Revision b = BranchTrial.revision("b", move(pair.get(1).does()), "ground");
    Schema afterOther =
        trial
            .folded(trial.ground(), BranchTrial.operations(move(pair.get(1).does())))
            .orElseThrow();
    List<Change> changes = ReconcileMoves.all();
    Change wrong = changes.get(random.nextInt(changes.size()));
    List<Operation> operations = BranchTrial.operations(move(wrong.does()));
    if (!trial.folded(afterOther, operations).equals(Optional.of(end))) {
      Revision join = joined(Optional.of(wrong.does()), second);
      DataSource untouched = emptyDatabase();
      assertThrows(
          PlanException.class,
          migrator(untouched, trial.forking(), a, b, join)::upgrade,
          seen + " with " + wrong);
      assertThrows(AssertionError.class, () -> rows(untouched, "SELECT id FROM migrate_history"));
    }
  }
}

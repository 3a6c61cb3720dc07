package dev.migrate.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.BranchMoves.Move;
import dev.migrate.testkit.BranchRun.Sight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Carries out what the library calls independent, in every order and undone in every order, and
 * compares schemas and rows: nothing may differ or fail. A dialect proves it by implementing this
 * interface in a test. The pairs are the same each time: about as many as {@link #soundnessPairs}
 * says and a tenth as many groups of three and four; with {@code -Dmigrate.soundness=3000} so many
 * pairs, and with {@code -Dmigrate.soundness=all} all of some eight thousand and two thousand
 * groups.
 */
public interface SoundnessContract extends DatabaseContract {

  /** The system property that says how many pairs are tried, or {@code all}. */
  String SAMPLE = "migrate.soundness";

  /** The most pairs, in percent, that may be called conflicts although they commute. */
  double MOST_FALSE_CONFLICTS = 2.0;

  /**
   * About how many pairs are tried in each build. Four out of five of them have a table in common.
   *
   * @return the number, unless {@code migrate.soundness} says another one
   */
  default int soundnessPairs() {
    return 1_000;
  }

  /**
   * Whether what was tried is rolled back, instead of trying each thing on a database of its own.
   * That is faster where databases are expensive, but right only where a transaction takes back
   * everything that it did.
   *
   * @return false unless overridden
   */
  default boolean rollsBack() {
    return false;
  }

  private static boolean takesAll() {
    return "all".equals(System.getProperty(SAMPLE));
  }

  private int wantedPairs() {
    return takesAll() ? Integer.MAX_VALUE : Integer.getInteger(SAMPLE, soundnessPairs());
  }

  private int wantedGroups() {
    return takesAll() ? 2_000 : wantedPairs() / 10;
  }

  /** Two things that branches do. */
  private List<List<Move>> pairs(BranchTrial trial) {
    List<Move> moves = trial.moves();
    List<List<Move>> near = new ArrayList<>();
    List<List<Move>> far = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      Set<QualifiedName> objects = objects(trial.footprint(moves.get(i)));
      for (int j = i + 1; j < moves.size(); j++) {
        Set<QualifiedName> common = new HashSet<>(objects);
        common.retainAll(objects(trial.footprint(moves.get(j))));
        (common.isEmpty() ? far : near).add(List.of(moves.get(i), moves.get(j)));
      }
    }
    List<List<Move>> pairs = new ArrayList<>(some(near, wantedPairs() / 5 * 4));
    pairs.addAll(some(far, wantedPairs() / 5));
    return pairs;
  }

  private static List<List<Move>> some(List<List<Move>> pairs, int wanted) {
    int step = Math.max(1, pairs.size() / wanted);
    List<List<Move>> some = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += step) {
      some.add(pairs.get(i));
    }
    return some;
  }

  private static Set<QualifiedName> objects(Footprint footprint) {
    Set<QualifiedName> objects = new HashSet<>();
    Stream.of(footprint.reads(), footprint.writes(), footprint.adds())
        .flatMap(Set::stream)
        .map(Cell::object)
        .flatMap(Optional::stream)
        .forEach(objects::add);
    return objects;
  }

  /** Whether the library lets revisions run as they come. */
  private boolean areIndependent(BranchTrial trial, List<Revision> revisions) {
    List<Revision> all = new ArrayList<>(List.of(trial.forking()));
    all.addAll(revisions);
    return Migrator.on(new UnusedDataSource())
        .dialect(trial.dialect())
        .revisions(all)
        .build()
        .conflicts()
        .isEmpty();
  }

  @Test
  default void independentPairsCommute() throws SQLException {
    try (BranchTrial trial = new BranchTrial(this::emptyDatabase, rollsBack())) {
      tryPairs(trial);
    }
  }

  private void tryPairs(BranchTrial trial) throws SQLException {
    List<String> unsound = new ArrayList<>();
    Map<String, Integer> tooStrict = new TreeMap<>();
    List<List<Move>> pairs = pairs(trial);
    for (List<Move> pair : pairs) {
      Move one = pair.get(0);
      Move other = pair.get(1);
      boolean independent =
          areIndependent(
              trial,
              List.of(
                  BranchTrial.revision("one", one, "ground"),
                  BranchTrial.revision("other", other, "ground")));
      Optional<String> disagreement = trial.disagreement(one, other);
      if (independent && disagreement.isPresent()) {
        unsound.add(one + " || " + other + ": " + disagreement.get());
      } else if (!independent
          && disagreement.isEmpty()
          && trial.alone(one).sight().isPresent()
          && trial.alone(other).sight().isPresent()) {
        tooStrict.merge(one.kind() + " || " + other.kind(), 1, Integer::sum);
      }
    }
    assertEquals(List.of(), unsound);
    int strict = tooStrict.values().stream().mapToInt(Integer::intValue).sum();
    double percent = 100.0 * strict / pairs.size();
    assertTrue(
        !takesAll() || percent <= MOST_FALSE_CONFLICTS,
        strict + " of " + pairs.size() + " pairs are called conflicts and commute: " + tooStrict);
  }

  @Test
  default void independentGroupsRunInEveryOrderFromEveryState() throws SQLException {
    try (BranchTrial trial = new BranchTrial(this::emptyDatabase, rollsBack())) {
      tryGroups(trial);
    }
  }

  private void tryGroups(BranchTrial trial) throws SQLException {
    List<Move> moves = trial.moves();
    List<String> unsound = new ArrayList<>();
    int wanted = wantedGroups();
    int tried = 0;
    for (long seed = 0; tried < wanted; seed++) {
      Random random = new Random(seed);
      List<Move> group = new ArrayList<>();
      for (int size = 3 + random.nextInt(2); size > 0; size--) {
        group.add(moves.get(random.nextInt(moves.size())));
      }
      if (new HashSet<>(group).size() == group.size() && areEachPossible(trial, group)) {
        boolean first = random.nextBoolean();
        if (isIndependent(trial, group, first)) {
          tried++;
          difference(trial, group, first, random)
              .ifPresent(text -> unsound.add(group + ": " + text));
        }
      }
    }
    assertEquals(List.of(), unsound);
  }

  private static boolean areEachPossible(BranchTrial trial, List<Move> group) throws SQLException {
    for (Move move : group) {
      if (trial.alone(move).sight().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The last comes after the first if it is chained; all others are parallel. */
  private boolean isIndependent(BranchTrial trial, List<Move> group, boolean chained) {
    List<Revision> revisions = new ArrayList<>();
    List<Operation> line = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      boolean last = i == group.size() - 1;
      String parent = chained && last ? "r0" : "ground";
      revisions.add(BranchTrial.revision("r" + i, group.get(i), parent));
      if (chained && (i == 0 || last)) {
        line.addAll(BranchTrial.operations(group.get(i)));
      }
    }
    return trial.folded(trial.ground(), line).isPresent() && areIndependent(trial, revisions);
  }

  private static Optional<String> difference(
      BranchTrial trial, List<Move> group, boolean chained, Random random) throws SQLException {
    Optional<Sight> expected = trial.inOrder(group);
    List<Move> order = new ArrayList<>(group);
    for (int round = 0; round < (takesAll() ? 6 : 3); round++) {
      Collections.shuffle(order, random);
      if (chained && order.indexOf(group.get(0)) > order.indexOf(group.get(group.size() - 1))) {
        Collections.reverse(order);
      }
      if (!trial.inOrder(order).equals(expected)) {
        return Optional.of("otherwise in the order " + order);
      }
    }
    return Optional.empty();
  }
}

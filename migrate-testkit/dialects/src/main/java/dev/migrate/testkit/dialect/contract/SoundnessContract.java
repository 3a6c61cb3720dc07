package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.report.Conflict;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.dialect.branch.BranchMoves.Move;
import dev.migrate.testkit.dialect.branch.BranchRun.Sight;
import dev.migrate.testkit.dialect.branch.BranchTrial;
import dev.migrate.testkit.dialect.branch.FalseConflicts;
import dev.migrate.testkit.dialect.jdbc.UnusedDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Carries out what the library calls independent, in every order and undone in every order, and
 * compares schemas and rows: nothing may differ or fail. A dialect proves it by implementing this
 * interface in a test. The pairs are the same each time: about as many as {@link #soundnessPairs}
 * says and a tenth as many groups of three and four; with {@code -Dmigrate.soundness=3000} so many
 * pairs, and with {@code -Dmigrate.soundness=all} all of some ten thousand and two thousand groups.
 * Where there is a {@link #soundnessFolder}, all pairs whose order matters are tried in each build.
 */
public interface SoundnessContract extends DatabaseContract {

  /** The system property that says how many pairs are tried, or {@code all}. */
  String SAMPLE = "migrate.soundness";

  /** The file that names the pairs of which only the database shows that they disagree. */
  String BY_EXECUTION = "only-by-execution.txt";

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

  /**
   * The folder of what a run over all pairs found: {@code false-conflicts.md} lists what is called
   * a conflict although it commutes, and {@code only-by-execution.txt} names the pairs of which
   * only the database shows that they do not. A run over all pairs compares them with what it
   * finds, and with {@code -Dgolden.write=true} writes them; a run over some tries all that are
   * named, and finds no false conflict of a kind that is not listed.
   *
   * @return the folder; none by default
   */
  default Optional<Path> soundnessFolder() {
    return Optional.empty();
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

  /** Two things that branches do: those that are known to disagree, and some others. */
  private List<List<Move>> pairs(BranchTrial trial, Set<String> named) {
    List<Move> moves = trial.moves();
    List<List<Move>> near = new ArrayList<>();
    List<List<Move>> far = new ArrayList<>();
    List<List<Move>> pairs = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      Set<QualifiedName> objects = objects(trial.footprint(moves.get(i)));
      for (int j = i + 1; j < moves.size(); j++) {
        List<Move> pair = List.of(moves.get(i), moves.get(j));
        Set<QualifiedName> common = new HashSet<>(objects);
        common.retainAll(objects(trial.footprint(pair.get(1))));
        boolean matters =
            soundnessFolder().isPresent()
                && (named.contains(name(pair))
                    || !trial.isSameInBothOrders(pair.get(0), pair.get(1)));
        if (matters) {
          pairs.add(pair);
        } else {
          (common.isEmpty() ? far : near).add(pair);
        }
      }
    }
    pairs.addAll(some(near, wantedPairs() / 5 * 4));
    pairs.addAll(some(far, wantedPairs() / 5));
    return pairs;
  }

  private static String name(List<Move> pair) {
    return pair.get(0) + " || " + pair.get(1);
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

  /** Why the library does not let revisions run as they come; empty if it does. */
  private static List<Conflict> conflicts(BranchTrial trial, List<Revision> revisions) {
    List<Revision> all = new ArrayList<>(List.of(trial.forking()));
    all.addAll(revisions);
    return Migrator.on(new UnusedDataSource())
        .dialect(trial.dialect())
        .revisions(all)
        .build()
        .conflicts();
  }

  @Test
  default void independentPairsCommute() throws SQLException, IOException {
    try (BranchTrial trial = new BranchTrial(this::emptyDatabase, rollsBack())) {
      tryPairs(trial);
    }
  }

  private void tryPairs(BranchTrial trial) throws SQLException, IOException {
    Set<String> named = new TreeSet<>();
    if (soundnessFolder().isPresent()) {
      text(soundnessFolder().get().resolve(BY_EXECUTION)).lines().forEach(named::add);
    }
    List<String> unsound = new ArrayList<>();
    FalseConflicts tooStrict = new FalseConflicts();
    Set<String> byExecution = new TreeSet<>();
    List<List<Move>> pairs = pairs(trial, named);
    for (List<Move> pair : pairs) {
      Move one = pair.get(0);
      Move other = pair.get(1);
      List<Conflict> conflicts =
          conflicts(
              trial,
              List.of(
                  BranchTrial.revision("one", one, "ground"),
                  BranchTrial.revision("other", other, "ground")));
      Optional<String> disagreement = trial.disagreement(one, other);
      if (disagreement.isPresent() && trial.isSameInBothOrders(one, other)) {
        byExecution.add(name(pair));
      }
      if (conflicts.isEmpty() && disagreement.isPresent()) {
        unsound.add(name(pair) + ": " + disagreement.get());
      } else if (!conflicts.isEmpty()
          && disagreement.isEmpty()
          && trial.alone(one).sight().isPresent()
          && trial.alone(other).sight().isPresent()) {
        tooStrict.add(one, other, conflicts);
      }
    }
    assertEquals(List.of(), unsound);
    if (takesAll()) {
      assertTrue(
          tooStrict.percentOf(pairs.size()) <= MOST_FALSE_CONFLICTS, tooStrict.list(pairs.size()));
    }
    if (soundnessFolder().isPresent()) {
      Path folder = soundnessFolder().get();
      requireListed(tooStrict, pairs.size(), folder.resolve("false-conflicts.md"));
      require(folder.resolve(BY_EXECUTION), String.join("\n", byExecution) + "\n");
    }
  }

  private void requireListed(FalseConflicts tooStrict, int pairs, Path file) throws IOException {
    if (takesAll()) {
      require(file, tooStrict.list(pairs));
    } else {
      assertEquals(Set.of(), tooStrict.missingIn(text(file)));
    }
  }

  private void require(Path file, String found) throws IOException {
    if (takesAll() && Boolean.getBoolean("golden.write")) {
      Files.createDirectories(soundnessFolder().orElseThrow());
      Files.writeString(file, found);
    }
    assertEquals(text(file), found, file.toString());
  }

  /** Nothing before the first run over all pairs has written the file. */
  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
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
    return trial.folded(trial.ground(), line).isPresent() && conflicts(trial, revisions).isEmpty();
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

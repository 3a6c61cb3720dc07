package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Direction;
import dev.migrate.report.Script;
import dev.migrate.testkit.dialect.database.Snapshot;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Death;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * A run that dies anywhere is ended by the next one, with nothing done twice and nothing left out.
 * A dialect's test implements this with a database.
 *
 * <p>With {@code -Dmigrate.test.cases=all} it dies before and after every event, whatever {@link
 * #everyNthMoment} says.
 */
public interface ResumeContract extends DatabaseContract, SampleContract {

  /** Whether the database creates and drops sequences. */
  default boolean hasSequences() {
    return false;
  }

  /**
   * How many of the moments are tried, where each takes long.
   *
   * @return 1 for all of them, 4 for every fourth; 1 unless overridden
   */
  default int everyNthMoment() {
    return 1;
  }

  /**
   * How many of the samples of operations are tried, where each takes long.
   *
   * @return 1 for all of them, 3 for every third; 1 unless overridden
   */
  default int everyNthSample() {
    return 1;
  }

  /**
   * Killed before and after every statement and commit of an upgrade.
   *
   * @return a test for each moment
   * @throws SQLException if the database does not work
   */
  @TestFactory
  default Stream<DynamicTest> aKilledUpgradeIsEndedByTheNext(TestReporter reporter)
      throws SQLException {
    CrashFigure figure = new CrashFigure("an upgrade");
    return figure.after(new Rehearsal(this, Direction.UP, figure).deaths(Death.PROCESS), reporter);
  }

  /**
   * Killed before and after every statement and commit of a downgrade.
   *
   * @return a test for each moment
   * @throws SQLException if the database does not work
   */
  @TestFactory
  default Stream<DynamicTest> aKilledDowngradeIsEndedByTheNext(TestReporter reporter)
      throws SQLException {
    CrashFigure figure = new CrashFigure("a downgrade");
    return figure.after(
        new Rehearsal(this, Direction.DOWN, figure).deaths(Death.PROCESS), reporter);
  }

  /**
   * The connection breaks; the caller lives and gets an exception of this library.
   *
   * @return a test for each moment
   * @throws SQLException if the database does not work
   */
  @TestFactory
  default Stream<DynamicTest> anUpgradeThatLosesItsConnectionIsEndedByTheNext(TestReporter reporter)
      throws SQLException {
    CrashFigure figure = new CrashFigure("the connection of an upgrade");
    return figure.after(
        new Rehearsal(this, Direction.UP, figure).deaths(Death.CONNECTION), reporter);
  }

  /**
   * Killed, resumed, killed again while resuming, and resumed.
   *
   * @return a test for each moment of the first death
   * @throws SQLException if the database does not work
   */
  @TestFactory
  default Stream<DynamicTest> aResumptionThatIsKilledIsEndedByTheNext(TestReporter reporter)
      throws SQLException {
    CrashFigure figure = new CrashFigure("an upgrade and its resumption");
    return figure.after(new Rehearsal(this, Direction.UP, figure).doubleDeaths(), reporter);
  }

  /**
   * Killed before the first statement and after each of every operation there is: what is left is
   * recognized, or asked for.
   *
   * @return a test for each operation
   */
  @TestFactory
  default Stream<DynamicTest> everyOperationIsEndedByTheNextRun(TestReporter reporter) {
    CrashFigure figure = new CrashFigure("each operation");
    Stream<DynamicTest> tests =
        ContractCases.every(everyNthSample(), seed(), samples()).stream()
            .map(
                sample ->
                    dynamicTest(
                        sample.toString(),
                        () -> new SampleDeaths(emptyDatabase(), sample, figure).run(this)));
    return figure.after(tests, reporter);
  }

  /** What a run does when nothing happens to it, and the same run with deaths in it. */
  final class Rehearsal {

    private static final Set<String> NAMESPACES = Set.of();

    private final ResumeContract contract;
    private final Direction direction;
    private final RevisionGraph graph;
    private final Snapshot expected;
    private final List<String> events;
    private final List<String> statements;
    private final CrashFigure figure;

    Rehearsal(ResumeContract contract, Direction direction, CrashFigure figure)
        throws SQLException {
      this.figure = figure;
      this.contract = contract;
      this.direction = direction;
      this.graph = RevisionGraph.of(ResumeRevisions.all(contract.hasSequences()));
      FailingDataSource database = begin();
      this.statements = statements(database);
      database.calm();
      run(database);
      this.events = database.events();
      this.expected = Snapshot.of(database, NAMESPACES);
      assertEquals(statements, ofRevisions(database.effective()), "the run without a death");
    }

    private FailingDataSource begin() {
      FailingDataSource database = new FailingDataSource(contract.emptyDatabase());
      if (direction == Direction.DOWN) {
        migrator(database).upgrade();
        database.forget();
      }
      return database;
    }

    private Migrator migrator(DataSource database) {
      return Migrator.on(database).revisions(graph).build();
    }

    private void run(DataSource database) {
      if (direction == Direction.UP) {
        migrator(database).upgrade();
      } else {
        migrator(database).downgrade("base");
      }
    }

    /** The statements of the revisions; those of code are not known before. */
    private List<String> statements(DataSource database) {
      Script script =
          direction == Direction.UP
              ? migrator(database).upgradeScript()
              : migrator(database).downgradeScript("base");
      return script.steps().stream()
          .flatMap(step -> step.statements().stream())
          .map(statement -> statement.sql())
          .filter(sql -> !sql.startsWith("run code"))
          .toList();
    }

    private List<String> ofRevisions(List<String> executed) {
      Set<String> known = new HashSet<>(statements);
      return executed.stream().filter(known::contains).toList();
    }

    Stream<DynamicTest> deaths(Death death) {
      List<DynamicTest> tests = new ArrayList<>();
      int step = stride() * (death == Death.PROCESS || ContractCases.areAll() ? 1 : 2);
      for (int event = 1; event <= events.size(); event += step) {
        int number = event;
        for (Moment moment : moments(event)) {
          tests.add(
              dynamicTest(
                  title(number, moment),
                  () -> {
                    FailingDataSource database = begin();
                    database.dieAt(number, moment, death);
                    die(database, death);
                    end(database);
                  }));
        }
      }
      return tests.stream();
    }

    /** After one event is before the next: it need not be tried twice. */
    private List<Moment> moments(int event) {
      return event == 1 || ContractCases.areAll()
          ? List.of(Moment.values())
          : List.of(Moment.AFTER);
    }

    /** The second death comes at every event of a resumption, spread over the first deaths. */
    Stream<DynamicTest> doubleDeaths() {
      List<DynamicTest> tests = new ArrayList<>();
      for (int event = 1; event < events.size(); event += 3 * stride()) {
        int number = event;
        int second = 1 + event % 13;
        tests.add(
            dynamicTest(
                title(number, Moment.AFTER) + ", and at " + second + " again",
                () -> {
                  FailingDataSource database = begin();
                  database.dieAt(number, Moment.AFTER, Death.PROCESS);
                  die(database, Death.PROCESS);
                  Moment moment = number % 2 == 1 ? Moment.BEFORE : Moment.AFTER;
                  database.dieAt(second, moment, Death.PROCESS);
                  try {
                    run(database);
                  } catch (Killed killed) {
                    assertTrue(second <= database.events().size());
                  }
                  end(database);
                }));
      }
      return tests.stream();
    }

    private int stride() {
      return ContractCases.areAll() ? 1 : contract.everyNthMoment();
    }

    private String title(int event, Moment moment) {
      String text = events.get(event - 1).replaceAll("\\s+", " ");
      String cut = text.length() > 70 ? text.substring(0, 70) + "…" : text;
      return moment.name().toLowerCase(Locale.ROOT) + " " + event + ": " + cut;
    }

    private void die(FailingDataSource database, Death death) {
      if (death == Death.PROCESS) {
        assertThrows(Killed.class, () -> run(database));
      } else {
        assertThrows(MigrateException.class, () -> run(database));
      }
    }

    private void end(FailingDataSource database) throws SQLException {
      database.calm();
      run(database);
      Snapshot.of(database, NAMESPACES).requireEqual(expected);
      assertEquals(statements, ofRevisions(database.effective()));
      figure.resumed();
    }
  }
}

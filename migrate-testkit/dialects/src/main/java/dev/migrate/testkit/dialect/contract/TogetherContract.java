package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Operations in one revision do what they do in a revision each, to schema and rows; and a revision
 * of several operations that is killed is ended by the next run. A dialect's test implements this
 * with a database.
 */
public interface TogetherContract extends DatabaseContract {

  /** The dialect that speaks to {@link #emptyDatabase}. */
  Dialect dialect();

  /**
   * How many random sequences are tried.
   *
   * @return 100, or what the system property {@code migrate.test.together} says
   */
  default int randomRevisions() {
    return Integer.getInteger("migrate.test.together", 100);
  }

  /** One revision against several, with rows. */
  @TestFactory
  default Stream<DynamicTest> togetherIsOneAfterTheOther() {
    return seeds(trial -> trial.requireSameRows());
  }

  /** The one revision, killed once, somewhere. */
  @TestFactory
  default Stream<DynamicTest> aKilledRevisionIsEndedByTheNextRun() {
    return seeds(trial -> trial.requireEndedAfterDeath());
  }

  /**
   * How many random pairs of operations are killed at every event.
   *
   * @return 10, or what the system property {@code migrate.test.crash.pairs} says
   */
  default int crashedPairs() {
    return Integer.getInteger("migrate.test.crash.pairs", 10);
  }

  /** Two operations in one revision, killed before and after every statement and commit. */
  @TestFactory
  default Stream<DynamicTest> aKilledPairIsEndedByTheNextRun(TestReporter reporter) {
    CrashFigure figure = new CrashFigure("pairs of operations");
    Stream<DynamicTest> tests =
        LongStream.rangeClosed(1, crashedPairs())
            .mapToObj(
                seed ->
                    dynamicTest(
                        "seed " + seed,
                        () -> new TogetherTrial(this, seed, 2).requireEndedAfterEachDeath(figure)));
    return figure.after(tests, reporter);
  }

  /** What is only in the schema, such as an enum type of many databases, has no statement. */
  @TestFactory
  default Stream<DynamicTest> aKilledRevisionKnowsTheEnumTypesOfItsOwn() {
    Map<String, Consumer<Operations>> revisions = new LinkedHashMap<>();
    revisions.put(
        "created",
        op -> {
          op.createEnumType("mood", "sad", "happy");
          op.addColumn("t", column("m", enumType("mood")));
        });
    revisions.put(
        "renamed",
        op -> {
          op.renameEnumType("size", "width");
          op.addColumn("t", column("w", enumType("width")));
        });
    revisions.put(
        "replaced",
        op -> {
          op.dropColumn("t", "s");
          op.dropEnumType("size");
          op.createEnumType("size", "tiny", "huge");
          op.addColumn("t", column("s", enumType("size")));
        });
    return revisions.entrySet().stream()
        .flatMap(
            each ->
                Stream.of(Moment.values())
                    .map(
                        moment ->
                            dynamicTest(
                                each.getKey() + ", killed " + moment,
                                () -> endKilled(moment, each.getValue()))));
  }

  private void endKilled(Moment moment, Consumer<Operations> operations) throws SQLException {
    Revision given =
        Revision.of(
            Lineage.of("given").root(),
            op -> {
              op.createEnumType("size", "small", "large");
              op.createTable(
                  "t", column("id", integer()), column("s", enumType("size")), primaryKey("id"));
            });
    Revision more = Revision.of(Lineage.of("more").after("given"), operations);
    FailingDataSource database = new FailingDataSource(emptyDatabase());
    Migrator migrator = new TestDatabase(database).migrator(given, more);
    migrator.upgrade("given");
    List<Statement> statements = migrator.upgradeScript().steps().get(0).statements();
    database.dieAt(statements.get(statements.size() - 1).sql(), moment);
    assertThrows(Killed.class, migrator::upgrade);
    database.calm();
    migrator.upgrade();
    assertEquals("[x] given, [x] more", new TestDatabase(database).states(given, more));
    assertTrue(migrator.drift().isEmpty());
  }

  private Stream<DynamicTest> seeds(Check check) {
    return LongStream.rangeClosed(1, randomRevisions())
        .mapToObj(
            seed -> dynamicTest("seed " + seed, () -> check.run(new TogetherTrial(this, seed))));
  }

  /** What is claimed of a trial. */
  @FunctionalInterface
  interface Check {

    /** Fails if the claim does not hold. */
    void run(TogetherTrial trial) throws Exception;
  }
}

package dev.migrate.testkit;

import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.model.SchemaSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The tests that every list of revisions should pass, ready made. A test class implements {@link
 * #scenario()} and has them:
 *
 * <pre>{@code
 * class AppRevisionsTest implements RevisionContract {
 *   @Override
 *   public Scenario scenario() {
 *     return Scenario.of(AppRevisions.all()).on(Databases.h2());
 *   }
 * }
 * }</pre>
 *
 * <p>The revisions are tested one after the other, each with all before it applied, in one pass
 * over one database for each kind of test. After a failure the next revision gets a new database.
 * What cannot be tested is reported as skipped, with the reason.
 */
public interface RevisionContract {

  /**
   * The revisions on an empty database; called several times.
   *
   * @return a scenario on a new database at each call
   */
  Scenario scenario();

  /**
   * How many heads there are.
   *
   * @return 1 unless overridden: every branch is joined, so that all databases go the same way
   */
  default int expectedHeads() {
    return 1;
  }

  /**
   * The revisions that cannot be undone and need not be.
   *
   * @return none unless overridden
   */
  default Set<RevisionId> irreversible() {
    return Set.of();
  }

  /**
   * The revisions that destroy data when they are applied, as agreed.
   *
   * @return empty unless overridden: then those that do are named in a test that is skipped; with a
   *     set, possibly an empty one, every other revision that destroys data is a failure
   */
  default Optional<Set<RevisionId>> destructive() {
    return Optional.empty();
  }

  /**
   * The classes that are revisions, stand beside those of the list, and do not belong to it.
   *
   * @return none unless overridden
   */
  default Set<Class<? extends Revision>> unlisted() {
    return Set.of();
  }

  /**
   * The model of the application, from which revisions are generated.
   *
   * @return empty unless overridden: then there is no such test; with a model, a revision that was
   *     not generated yet is a failure
   */
  default Optional<SchemaSource> model() {
    return Optional.empty();
  }

  /**
   * Brings rows into the tables, or changes those that are there, as the application would; called
   * whenever a revision was applied in a test with rows. Tables that are empty afterwards get
   * generated rows: {@link Scenario#givenSampleRows()}.
   *
   * @param applied the revision that was applied last
   */
  default void fill(Scenario scenario, RevisionId applied) {}

  /** The graph has as many heads as expected, every operation fits, and can be rendered as SQL. */
  @Test
  default void revisionsFitTogether() {
    new RevisionChecks(this).fitTogether();
  }

  /** Every revision in the packages of the list is in it, other than {@link #unlisted()}. */
  @Test
  default void listsEveryRevision() {
    new RevisionChecks(this).listEveryRevision();
  }

  /** No upgrade destroys data other than those that {@link #destructive()} names. */
  @Test
  default void destroysOnlyWhatWasAgreed() {
    new RevisionChecks(this).destroyNothingElse();
  }

  /** No two branches are in conflict on the scenario's database. */
  @Test
  default void branchesDoNotConflict() {
    new RevisionChecks(this).haveNoConflicts();
  }

  /**
   * All revisions together make the schema that {@link #model()} declares for the scenario's
   * database.
   *
   * @return a test, if there is a model
   */
  @TestFactory
  default Stream<DynamicTest> makesTheModel() {
    return new RevisionChecks(this).makeTheModel();
  }

  /**
   * A revision records the same operations each time it is constructed, also on another day, in
   * another time zone and another locale; these defaults of the JVM are changed while it records.
   *
   * @return a test for each revision
   */
  @TestFactory
  @ResourceLock(Resources.TIME_ZONE)
  @ResourceLock(Resources.LOCALE)
  default Stream<DynamicTest> recordsTheSameEachTime() {
    return new RevisionChecks(this).recordTheSame();
  }

  /**
   * After a revision the database has the schema that its operations say it has.
   *
   * @return a test for each revision
   */
  @TestFactory
  @Execution(SAME_THREAD)
  default Stream<DynamicTest> makesTheDeclaredSchema() {
    return new RevisionChecks(this).makeTheDeclaredSchema();
  }

  /**
   * A revision goes up, down without a trace, and up again, unless {@link #irreversible()} names
   * it.
   *
   * @return a test for each revision
   */
  @TestFactory
  @Execution(SAME_THREAD)
  default Stream<DynamicTest> canBeUndone() {
    return new RevisionChecks(this).canBeUndone();
  }

  /**
   * A revision runs where tables have rows, changes only those that it says it changes, and brings
   * back on the way down what it does not say is lost.
   *
   * @return a test for each revision
   */
  @TestFactory
  @Execution(SAME_THREAD)
  default Stream<DynamicTest> keepsRows() {
    return new RevisionChecks(this).keepRows();
  }

  /** All at once lead to the same schema, and a second upgrade finds nothing to do. */
  @Test
  default void upgradesAtOnceAndOnlyOnce() {
    new RevisionChecks(this).upgradeOnce();
  }

  /** All at once can be undone, and nothing is left, unless a revision is irreversible. */
  @Test
  default void downgradesToBase() {
    new RevisionChecks(this).downgradeToBase();
  }

  /** The script for running by hand does the same as an upgrade. */
  @Test
  default void scriptDoesTheSame() {
    new RevisionChecks(this).scriptDoesTheSame();
  }

  /** Branches lead to the same schema in whatever order they run. */
  @Test
  default void branchesRunInAnyOrder() {
    new RevisionChecks(this).branchesRunInAnyOrder();
  }
}

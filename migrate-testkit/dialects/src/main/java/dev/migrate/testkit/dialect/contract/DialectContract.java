package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import dev.migrate.testkit.dialect.database.DialectRun;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * What every dialect fulfils, as tests: whatever operation ran, the database holds what the
 * operation declared, statement by statement; and what undoes it restores the schema and the rows.
 *
 * <pre>{@code
 * class MyDialectTest implements DialectContract {
 *   @Override public Dialect dialect() { … }
 *   @Override public DataSource emptyDatabase() { … }
 * }
 * }</pre>
 *
 * <p>What the dialect refuses when it renders is reported as skipped, with its reason. {@code
 * -Dmigrate.test.sequences=3000} tries more random sequences than the usual 300.
 */
public interface DialectContract extends DatabaseContract, SampleContract {

  /** A table. */
  Table POST = Table.of(QualifiedName.of("post"), List.of(column("title", varchar(20))));

  /** A view of it. */
  View TITLES =
      view("SELECT title FROM post").reads("post", "title").named(QualifiedName.of("titles"));

  /**
   * The dialect.
   *
   * @return the dialect for what {@link #emptyDatabase} connects to
   */
  Dialect dialect();

  /**
   * How many random sequences are tried.
   *
   * @return 300, or what the system property {@code migrate.test.sequences} says
   */
  default int randomSequences() {
    return Integer.getInteger("migrate.test.sequences", 300);
  }

  /**
   * How many of the samples are tried, where others have tried them all: through another driver.
   *
   * @return 1 for all of them, 3 for every third
   */
  default int everyNthSample() {
    return 1;
  }

  /** How long each random sequence is. */
  default int lengthOfRandomSequences() {
    return 20;
  }

  /** Every sample: run on tables without rows. */
  @TestFactory
  default Stream<DynamicTest> operationDoesWhatItDeclaresAndIsUndone() {
    return triedSamples().map(sample -> test(sample, false));
  }

  /** Every sample: run on tables with rows. */
  @TestFactory
  default Stream<DynamicTest> operationKeepsRows() {
    return triedSamples().map(sample -> test(sample, true));
  }

  private Stream<SampleOperations.Sample> triedSamples() {
    List<SampleOperations.Sample> all = samples();
    int step = everyNthSample();
    return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get);
  }

  private DynamicTest test(SampleOperations.Sample sample, boolean withRows) {
    return dynamicTest(sample.toString(), () -> new ContractCase(this, sample).run(withRows));
  }

  /**
   * Random sequences: after every statement the database holds what the sequence so far declared.
   *
   * @return a test for each sequence
   */
  @TestFactory
  default Stream<DynamicTest> randomSequenceDoesWhatItDeclares() {
    return LongStream.rangeClosed(1, randomSequences())
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> runSequence(seed)));
  }

  private void runSequence(long seed) throws SQLException {
    RandomOperations random = RandomOperations.seeded(seed).possibleOn(dialect());
    try (Connection connection = emptyDatabase().getConnection()) {
      DialectRun run = new DialectRun(dialect(), connection);
      for (int i = 0; i < lengthOfRandomSequences(); i++) {
        run.apply(random.next(run.schema()));
      }
    }
  }

  /** A new kind of operation comes with a sample. */
  @Test
  default void everyKindOfOperationHasASample() {
    Set<String> kinds = new TreeSet<>();
    for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
      kinds.add(kind.getSimpleName());
    }
    SampleOperations.all()
        .forEach(sample -> kinds.remove(sample.operation().getClass().getSimpleName()));
    assertEquals(Set.of(), kinds, "kinds of operations without a sample");
  }

  /**
   * Prints what the dialect refuses, and why: the material of a table in the guide.
   *
   * @param reporter where it is printed
   */
  @Test
  default void saysWhatItRefuses(TestReporter reporter) {
    Map<String, String> outcomes = new TreeMap<>();
    for (SampleOperations.Sample sample : samples()) {
      outcomes.put(sample.toString(), new ContractCase(this, sample).outcome());
    }
    reporter.publishEntry(outcomes);
    assertFalse(outcomes.isEmpty());
  }

  /**
   * The names of tables and views distinguish a fresh database from one that is in use.
   *
   * @throws SQLException if a statement fails
   */
  @Test
  default void relationsAreTablesAndViews() throws SQLException {
    try (Connection connection = emptyDatabase().getConnection()) {
      assertEquals(Set.of(), dialect().inspector().relations(connection));
      DialectRun run = new DialectRun(dialect(), connection);
      run.apply(new CreateTable(POST));
      run.apply(new CreateView(TITLES));
      assertEquals(
          new TreeSet<>(List.of(QualifiedName.of("post"), QualifiedName.of("titles"))),
          new TreeSet<>(dialect().inspector().relations(connection)));
    }
  }

  /**
   * A missing table is known from other failures.
   *
   * @throws SQLException if no connection can be made
   */
  @Test
  default void missingTableIsRecognised() throws SQLException {
    try (Connection connection = emptyDatabase().getConnection()) {
      assertTrue(dialect().isMissingTable(failure(connection, "SELECT 1 FROM migrate_history")));
      assertFalse(dialect().isMissingTable(failure(connection, "SELEKT 1")));
    }
  }

  private static SQLException failure(Connection connection, String sql) {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      return failure;
    }
    throw new AssertionError("should have failed: " + sql);
  }

  /**
   * One connection at a time holds the lock, and nobody does once it is closed.
   *
   * @throws SQLException if a statement fails
   */
  @Test
  default void lockIsExclusiveAndDiesWithItsHolder() throws SQLException {
    MigrationLock lock = dialect().lock(QualifiedName.of("migrate_history"));
    DataSource database = emptyDatabase();
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      assertTrue(lock.tryAcquire(first), "the lock was free");
      assertFalse(lock.tryAcquire(second), "the lock was held");
      lock.release(second);
      assertFalse(lock.tryAcquire(second), "who does not hold the lock cannot give it back");
      lock.release(first);
      assertTrue(lock.tryAcquire(second), "the lock was given back");
      try (Connection third = database.getConnection()) {
        lock.release(second);
        assertTrue(lock.tryAcquire(third));
      }
      assertTrue(isFreeSoon(lock, first), "the holder is gone");
      lock.release(first);
    }
  }

  /** A server ends a session a moment after its client has gone. */
  private static boolean isFreeSoon(MigrationLock lock, Connection connection) throws SQLException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!lock.tryAcquire(connection)) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  /**
   * A session is known by a text that is its own.
   *
   * @throws SQLException if a statement fails
   */
  @Test
  default void everySessionHasATextOfItsOwn() throws SQLException {
    MigrationLock lock = dialect().lock(QualifiedName.of("migrate_history"));
    DataSource database = emptyDatabase();
    try (Connection one = database.getConnection();
        Connection other = database.getConnection()) {
      assertEquals(lock.session(one), lock.session(one));
      assertFalse(lock.session(one).equals(lock.session(other)));
    }
  }
}

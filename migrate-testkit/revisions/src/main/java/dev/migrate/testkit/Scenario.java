package dev.migrate.testkit;

import dev.migrate.Revision;
import dev.migrate.RevisionId;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Row;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.GraphException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * A database that goes through revisions, step by step, with rows given and rows expected on the
 * way.
 *
 * <pre>{@code
 * Scenario.of(AppRevisions.all()).on(Databases.h2())
 *     .upgradeTo(CreateAccounts.ID)
 *     .given("INSERT INTO account (login) VALUES ('ada')")
 *     .upgradeTo(AddAccountEmail.ID)
 *     .expectRows("SELECT login, email FROM account", row("ada", null))
 *     .downgradeTo("-1");
 * }</pre>
 *
 * <p>Every method acts at once and returns the scenario itself; what it remembers is in the
 * database. An expectation that is not met, and SQL that fails, is an {@link AssertionFailedError}
 * that says at which revision it was. What an upgrade or a downgrade throws is not changed: the
 * message of the {@link MigrateException} says everything. Not thread-safe.
 */
public final class Scenario {

  private final Migrator migrator;
  private final ScenarioState state;

  private Scenario(Migrator migrator, ScenarioState state) {
    this.migrator = migrator;
    this.state = state;
  }

  /** Revisions that have no database yet. Immutable. */
  public static final class Start {

    private final RevisionGraph revisions;

    private Start(RevisionGraph revisions) {
      this.revisions = revisions;
    }

    /**
     * Gives them a database.
     *
     * @param dataSource the database, usually a new and empty one: {@link Databases#h2()}
     * @throws DatabaseException if it cannot be reached, or no dialect for it is on the class path
     */
    public Scenario on(DataSource dataSource) {
      Migrator migrator = Migrator.on(dataSource).revisions(revisions).build();
      migrator.current();
      try {
        LiveDatabase database = LiveDatabase.of(dataSource);
        return new Scenario(migrator, new ScenarioState(revisions, migrator, database));
      } catch (SQLException failure) {
        throw TestFailures.ofDatabase("the database cannot be looked at", failure);
      }
    }
  }

  /**
   * Starts with revisions.
   *
   * @param revisions the revisions, in whatever order
   * @return the revisions, still without a database
   * @throws GraphException if they do not form a graph
   */
  public static Start of(Collection<? extends Revision> revisions) {
    return of(RevisionGraph.of(revisions));
  }

  /**
   * Starts with revisions.
   *
   * @param more further revisions, in whatever order
   * @return the revisions, still without a database
   * @throws GraphException if they do not form a graph
   */
  public static Start of(Revision first, Revision... more) {
    return of(RevisionGraph.of(first, more));
  }

  /**
   * Starts with revisions.
   *
   * @param revisions the revisions as a graph
   * @return the revisions, still without a database
   */
  public static Start of(RevisionGraph revisions) {
    return new Start(revisions);
  }

  /**
   * Upgrades.
   *
   * @param revision the revision to which to go; whatever it needs comes along
   * @return this
   * @throws MigrateException if the upgrade fails
   */
  public Scenario upgradeTo(RevisionId revision) {
    migrator.upgrade(revision);
    return this;
  }

  /**
   * Upgrades.
   *
   * @param target a target as {@link Migrator#upgrade(String, String...)} reads it: an id, {@code
   *     +1}, {@code heads}
   * @return this
   * @throws MigrateException if the upgrade fails
   */
  public Scenario upgradeTo(String target) {
    migrator.upgrade(target);
    return this;
  }

  /**
   * Downgrades.
   *
   * @param revision the revision to which to go; it stays applied
   * @return this
   * @throws MigrateException if the downgrade fails
   */
  public Scenario downgradeTo(RevisionId revision) {
    migrator.downgrade(revision);
    return this;
  }

  /**
   * Downgrades.
   *
   * @param target a target as {@link Migrator#downgrade(String)} reads it: an id, {@code -1},
   *     {@code base}
   * @return this
   * @throws MigrateException if the downgrade fails
   */
  public Scenario downgradeTo(String target) {
    migrator.downgrade(target);
    return this;
  }

  /**
   * Executes a statement as it stands and commits it, to bring rows into the tables.
   *
   * @param sql one statement of SQL, with {@code ?} for each parameter
   * @param parameters values that the driver takes; null for NULL
   * @return this
   * @throws AssertionFailedError if the statement fails
   */
  public Scenario given(String sql, @Nullable Object... parameters) {
    state.execute(sql, parameters);
    return this;
  }

  /**
   * Brings a few generated rows into every table that has none: values of the columns' types, other
   * ones in each row, which refer to rows that are there. A table whose checks they do not pass
   * stays empty.
   *
   * @return this
   */
  public Scenario givenSampleRows() {
    new TableFiller(state.database(), state.inspect()).fill();
    return this;
  }

  /**
   * Expects that a query returns just these rows: in any order, or if the query has an {@code ORDER
   * BY} outside of parentheses in this order. Numbers count by value, so {@code 1}, {@code 1L} and
   * {@code new BigDecimal("1.00")} are the same; a value that the database returns in another type,
   * such as 1 for true or a text for a date, is read as what is expected.
   *
   * @param first a row: {@code row("ada", null)}
   * @param more further rows
   * @return this
   * @throws AssertionFailedError if it returns others, or fails
   */
  public Scenario expectRows(String sql, Row first, Row... more) {
    List<Row> expected = new ArrayList<>(List.of(more));
    expected.add(0, first);
    state.requireRows(sql, expected);
    return this;
  }

  /**
   * Expects that a query returns no row.
   *
   * @return this
   * @throws AssertionFailedError if it returns some, or fails
   */
  public Scenario expectNoRows(String sql) {
    state.requireRows(sql, List.of());
    return this;
  }

  /**
   * Makes claims about the schema that the database has now, without the tables of the history, and
   * in the form in which this database stores it.
   *
   * @param claims such as {@code schema -> schema.hasTable("account")}
   * @return this
   * @throws AssertionFailedError if a claim does not hold
   */
  public Scenario expectSchema(Consumer<SchemaAssert> claims) {
    claims.accept(
        SchemaAssert.assertThat(state.inspect(), state.database()::canonical)
            .as("the schema at " + state.position() + " is not as expected"));
    return this;
  }

  /**
   * Expects that something fails; what it did before stays done.
   *
   * @param type what it must throw, or what must be a cause of that: {@code PlanException.class},
   *     or {@code SQLException.class} for what a database refuses
   * @param step what must fail: {@code s -> s.downgradeTo("base")}
   * @return this
   * @throws AssertionFailedError if it does not fail, or in another way
   */
  public Scenario expectFailure(Class<? extends Throwable> type, Consumer<Scenario> step) {
    try {
      step.accept(this);
    } catch (RuntimeException | AssertionError thrown) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (type.isInstance(cause)) {
          return this;
        }
      }
      throw TestFailures.of(
          Facts.of("it failed in another way than expected")
              .with("expected", type.getName())
              .with("was", thrown.toString())
              .with("revision", state.position()),
          thrown);
    }
    throw TestFailures.of(
        Facts.of("it did not fail")
            .with("expected", type.getName())
            .with("was", "no exception")
            .with("revision", state.position()),
        null);
  }

  /**
   * The migrator, for what a scenario has no word for.
   *
   * @return the migrator of these revisions on this database
   */
  public Migrator migrator() {
    return migrator;
  }

  /** The database, for what a scenario has no word for. */
  public DataSource dataSource() {
    return state.database().dataSource();
  }

  ScenarioState state() {
    return state;
  }

  @Override
  public String toString() {
    return "scenario at " + state.position();
  }
}

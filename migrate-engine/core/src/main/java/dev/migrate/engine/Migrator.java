package dev.migrate.engine;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.branch.Branches;
import dev.migrate.engine.call.Checking;
import dev.migrate.engine.call.Downgrade;
import dev.migrate.engine.call.DriftQuery;
import dev.migrate.engine.call.MigrationCall;
import dev.migrate.engine.call.MigrationCalls;
import dev.migrate.engine.call.RevisionQueries;
import dev.migrate.engine.call.Settling;
import dev.migrate.engine.call.Stamping;
import dev.migrate.engine.call.Upgrade;
import dev.migrate.engine.call.Validating;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.TargetRange;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.model.SchemaSource;
import dev.migrate.report.Check;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Drift;
import dev.migrate.report.HistoryException;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.LockException;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.Script;
import dev.migrate.report.Settlement;
import dev.migrate.report.StampOutcome;
import dev.migrate.report.StatementException;
import dev.migrate.report.TargetException;
import dev.migrate.report.ValidationException;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings a database to a revision.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.on(dataSource).revisions(AppRevisions.all()).build();
 * migrator.upgrade();
 * }</pre>
 *
 * <p>Immutable and thread-safe; several processes may call at once, one at a time works and the
 * others wait. Every call takes one connection, a second one for a lease, and gives them back as
 * they were. Where nothing is to be done, {@code upgrade()} costs one statement.
 *
 * <p>A target is an id, the unique start of an id, {@code head}, {@code heads}, {@code base}, a
 * label, a number of steps such as {@code +1} or {@code -2}, or a combination such as {@code
 * billing@head}; the guide has them all.
 *
 * <p>What can be thrown, apart from what a method documents: {@link DatabaseException} if the
 * database cannot be worked with, {@link HistoryException} if its history does not agree with the
 * code, {@link TargetException} if a target means nothing here, or more than one thing, {@link
 * LockException} if another process keeps migrating for too long. An upgrade or downgrade can also
 * throw {@link StatementException} if a statement failed, whose message says what is left, and
 * {@link InDoubtException} if it is not known whether a statement ran before a crash. All
 * exceptions extend {@link dev.migrate.error.MigrateException}.
 */
public final class Migrator {

  private static final List<Target> HEADS = List.of(Target.parse("heads"));

  private final ConnectionSource source;
  private final RevisionGraph revisions;
  private final MigrationCalls calls;
  private final Settings settings;

  Migrator(ConnectionSource source, RevisionGraph revisions, Settings settings) {
    this.source = source;
    this.revisions = revisions;
    this.calls = new MigrationCalls(source, settings);
    this.settings = settings;
  }

  /**
   * Starts to build a migrator for a database.
   *
   * @param dataSource its connections; one at a time is enough, two where there is a lease
   */
  public static MigratorBuilder on(DataSource dataSource) {
    return new MigratorBuilder(
        ConnectionSource.of(Arguments.requireGiven(dataSource, "the data source")));
  }

  /**
   * Starts to build a migrator for a database.
   *
   * @param connection an open connection in auto-commit mode, which stays open; the migrator is of
   *     use only where the connection is
   */
  public static MigratorBuilder on(Connection connection) {
    return new MigratorBuilder(
        ConnectionSource.of(Arguments.requireGiven(connection, "the connection")));
  }

  /**
   * Starts to build a migrator for a database.
   *
   * @param jdbi what opens its connections
   */
  public static MigratorBuilder on(Jdbi jdbi) {
    return new MigratorBuilder(ConnectionSource.of(Arguments.requireGiven(jdbi, "the Jdbi")));
  }

  /** The revisions in the code, with the conflicts that are accepted. */
  public RevisionGraph revisions() {
    return revisions;
  }

  /** The dialect with which it was built; empty if it looks for the one of the database. */
  public Optional<Dialect> dialect() {
    return settings.dialect();
  }

  /**
   * The dialect of the database: the one with which this migrator was built, or the one on the
   * class path that fits the database, for which a connection is opened.
   */
  public Dialect databaseDialect() {
    return dialect().orElseGet(() -> calls.on(CallConnection::dialect));
  }

  /**
   * Makes scripts without the database, for the same revisions and history table.
   *
   * @param dialect the dialect of the database that will run them
   */
  public OfflineMigrator offline(Dialect dialect) {
    return OfflineMigrator.of(
        Arguments.requireGiven(dialect, "the dialect"), revisions, settings.table());
  }

  /** The same migrator with one more listener for progress events. */
  public Migrator listening(MigrationListener listener) {
    return new Migrator(source, revisions, settings.listening(listener));
  }

  /**
   * Upgrades to every head. Branches run in any order as long as they are independent, and so does
   * a revision that is missing below an applied one.
   *
   * @throws HistoryException if a revision is missing below an applied one with which it is in
   *     conflict, or the history does not agree with the code otherwise; nothing ran
   * @throws ConflictException if branches conflict; nothing ran
   * @throws PlanException if a revision does not fit; nothing ran
   */
  public Outcome upgrade() {
    return calls.on(new MigrationCall(new Upgrade(HEADS))::run);
  }

  /**
   * Upgrades to some targets: they and all that they need, as far as not applied.
   *
   * @throws ConflictException if branches conflict; nothing ran
   * @throws PlanException if a revision does not fit; nothing ran
   */
  public Outcome upgrade(String target, String... more) {
    return calls.on(new MigrationCall(new Upgrade(targets(target, more)))::run);
  }

  /**
   * Upgrades to some revisions: they and all that they need, as far as not applied.
   *
   * @throws ConflictException if branches conflict; nothing ran
   * @throws PlanException if a revision does not fit; nothing ran
   */
  public Outcome upgrade(RevisionId revision, RevisionId... more) {
    return calls.on(new MigrationCall(new Upgrade(targets(revision, more)))::run);
  }

  /**
   * Undoes everything above a target. Revisions that the code does not know are undone if they come
   * after the target or after something that is undone; others are left alone, and named in the
   * outcome.
   *
   * @param target the target, such as {@code -1}, an id, or {@code base} for all that the code
   *     knows
   * @throws PlanException if a revision cannot be undone; nothing ran
   */
  public Outcome downgrade(String target) {
    return calls.on(new MigrationCall(new Downgrade(Target.parse(target)))::run);
  }

  /**
   * Undoes everything above a revision.
   *
   * @param revision the revision, which stays applied
   * @throws PlanException if a revision cannot be undone; nothing ran
   */
  public Outcome downgrade(RevisionId revision) {
    return calls.on(new MigrationCall(new Downgrade(Target.of(revision)))::run);
  }

  /**
   * Records revisions as applied, and those above them as not applied, without running anything.
   * {@code stamp("current")} records what is missing below what is applied.
   *
   * <p>The database must be what the revisions declare together. Tables, views, sequences and types
   * that none of them mentions are left alone; the outcome names them.
   *
   * @return what was recorded differently before, and what else the database has
   * @throws SchemaMismatchException if the database differs; nothing was recorded
   */
  public StampOutcome stamp(String target, String... more) {
    return calls.locked(new Stamping(targets(target, more), Optional.empty())::stamp);
  }

  /**
   * Records revisions as applied, and those above them as not applied, without running anything;
   * otherwise as {@link #stamp(String, String...)}.
   *
   * @return what was recorded differently before, and what else the database has
   * @throws SchemaMismatchException if the database differs; nothing was recorded
   */
  public StampOutcome stamp(RevisionId revision, RevisionId... more) {
    return calls.locked(new Stamping(targets(revision, more), Optional.empty())::stamp);
  }

  /**
   * Records revisions as {@link #stamp(String, String...)} does, also if the database is not what
   * they declare. The difference and the reason are logged and returned.
   *
   * @param reason why the difference does not matter
   * @return what was recorded differently before, and the difference that was accepted
   * @throws DefinitionException if the reason is blank
   */
  public StampOutcome stampAccepting(String reason, String target, String... more) {
    return calls.locked(new Stamping(targets(target, more), stated(reason))::stamp);
  }

  /**
   * Empties the history, whatever is in it, and records revisions as applied in the canonical
   * order, without running anything. For a history that cannot be read any more, and for a schema
   * that was brought in order by hand. The database must be what the revisions declare, as for
   * {@link #stamp(String, String...)}.
   *
   * @param target a target, seen from an empty database
   * @return what was recorded, and what else was there before
   * @throws SchemaMismatchException if the database differs; the history is as before
   */
  public StampOutcome restamp(String target, String... more) {
    return calls.locked(new Stamping(targets(target, more), Optional.empty())::restamp);
  }

  /**
   * Empties the history and records revisions as {@link #restamp(String, String...)} does, also if
   * the database is not what they declare. The difference and the reason are logged and returned.
   *
   * @param reason why the difference does not matter
   * @param target a target, seen from an empty database
   * @return what was recorded, and the difference that was accepted
   * @throws DefinitionException if the reason is blank
   */
  public StampOutcome restampAccepting(String reason, String target, String... more) {
    return calls.locked(new Stamping(targets(target, more), stated(reason))::restamp);
  }

  private static Optional<String> stated(String reason) {
    if (reason.isBlank()) {
      throw new DefinitionException(
          "the reason is blank", "state why the database may differ from the revisions");
    }
    return Optional.of(reason);
  }

  /**
   * Answers the question of an {@link InDoubtException}.
   *
   * @param revision the revision that it named
   * @param answer whether the statement was executed
   */
  public void settle(RevisionId revision, Settlement answer) {
    calls.locked(new Settling(revision, answer)::record);
  }

  /**
   * What {@link #upgrade()} would do now. Nothing is executed.
   *
   * @throws ConflictException if branches conflict
   * @throws PlanException if a revision does not fit
   */
  public Script upgradeScript() {
    return calls.on(new MigrationCall(new Upgrade(HEADS))::script);
  }

  /**
   * What {@link #upgrade(String, String...)} would do now. Nothing is executed.
   *
   * @throws ConflictException if branches conflict
   * @throws PlanException if a revision does not fit
   */
  public Script upgradeScript(String target, String... more) {
    return calls.on(new MigrationCall(new Upgrade(targets(target, more)))::script);
  }

  /**
   * What {@link #upgrade(RevisionId, RevisionId...)} would do now. Nothing is executed.
   *
   * @throws ConflictException if branches conflict
   * @throws PlanException if a revision does not fit
   */
  public Script upgradeScript(RevisionId revision, RevisionId... more) {
    return calls.on(new MigrationCall(new Upgrade(targets(revision, more)))::script);
  }

  /**
   * What {@link #downgrade(String)} would do now. Nothing is executed.
   *
   * @throws PlanException if a revision cannot be undone
   */
  public Script downgradeScript(String target) {
    return calls.on(new MigrationCall(new Downgrade(Target.parse(target)))::script);
  }

  /**
   * What {@link #downgrade(RevisionId)} would do now. Nothing is executed.
   *
   * @param revision the revision, which would stay applied
   * @throws PlanException if a revision cannot be undone
   */
  public Script downgradeScript(RevisionId revision) {
    return calls.on(new MigrationCall(new Downgrade(Target.of(revision)))::script);
  }

  /**
   * What conflicts between the branches, so that {@link #upgrade()} would refuse to run them
   * together. The database is not touched, whatever is applied there; unless the builder was given
   * a dialect, the strictest rules for names count.
   *
   * @return the conflicts, none if every order of the branches is as good
   * @throws PlanException if a reconciliation does not lead to one schema
   */
  public List<Conflict> conflicts() {
    return Branches.conflicts(settings.known(), settings.accepted(), settings.dialect());
  }

  /**
   * Compares the database with its history and with the code: what is pending, edited, unfinished
   * or in conflict, and what {@link #drift()} finds. Reads only, also with a user or on a
   * connection that can do nothing else, and in a number of catalogue queries that does not grow
   * with the database.
   *
   * @return what was found; {@link Check#isContent()} if nothing has to be done
   * @throws HistoryException if the history cannot be compared: it is not the one of this database
   *     or this code, or revisions ran in an order in which their order matters
   * @throws PlanException if a pending revision does not fit
   */
  public Check check() {
    return calls.on(new Checking(Optional.empty())::check);
  }

  /**
   * Compares as {@link #check()} does, and a model with what all revisions of the code make
   * together, without the database. Pairs of revisions whose conflict was accepted with {@link
   * MigratorBuilder#acceptConflict} do not stand in the way.
   *
   * @return what was found; {@link Check#isContent()} if nothing has to be done
   * @throws HistoryException as for {@link #check()}
   * @throws PlanException if a revision does not fit
   * @throws dev.migrate.error.MigrateException if the model does not make a schema
   */
  public Check check(SchemaSource model) {
    SchemaSource given = Arguments.requireGiven(model, "the model");
    return calls.on(new Checking(Optional.of(given))::check);
  }

  /**
   * How the database differs from what its applied revisions declare, in the database's own
   * spelling. An edited revision counts as it was applied. Reads only: to see how a database writes
   * a text, a temporary table or view is created and removed again in this session, where it can do
   * that; what cannot be compared without one is named as unknown.
   *
   * @return what differs, and what else the database has
   * @throws HistoryException if the history is not the one of this database
   */
  public Drift drift() {
    return calls.on(DriftQuery::of);
  }

  /**
   * The schema that the applied revisions declare together, as they were applied. Reads the history
   * and not the catalogue; {@link #drift()} says how the database differs from it.
   *
   * @throws HistoryException if the history is not the one of this database
   */
  public Schema schema() {
    return calls.on(DriftQuery::declared);
  }

  /**
   * Makes sure that the database is as the revisions need it, for an application that must not
   * migrate. Revisions that the code does not know are no objection: the database is ahead of the
   * code, which is logged. Reads only, and costs one statement if all is well.
   *
   * @throws ValidationException if a revision is pending, was edited after it had been applied, or
   *     has begun and not ended
   * @throws HistoryException if the history is not the one of this database, or revisions ran in an
   *     order in which their order matters; this is named before what is pending
   */
  public void validate() {
    calls.on(
        connection -> {
          new Validating().validate(connection);
          return true;
        });
  }

  /**
   * The applied revisions above which nothing is applied, and those that began and have not ended.
   *
   * @return the revisions in the canonical order, possibly none
   */
  public List<RevisionInfo> current() {
    return calls.on(RevisionQueries::of).current();
  }

  /** The revisions after which nothing comes. */
  public List<RevisionInfo> heads() {
    return calls.on(RevisionQueries::of).heads();
  }

  /**
   * The revisions after which the graph branches.
   *
   * @return the branch points in the canonical order, possibly none
   */
  public List<RevisionInfo> branches() {
    return calls.on(RevisionQueries::of).branches();
  }

  /**
   * Every revision.
   *
   * @return the revisions in the canonical order, possibly none
   */
  public List<RevisionInfo> history() {
    return calls.on(RevisionQueries::of).history();
  }

  /**
   * The revisions of a range.
   *
   * @param range such as {@code base:heads} or {@code create_account:}
   * @return the revisions in the canonical order
   * @throws TargetException if an end means nothing here, or no line leads from one to the other
   */
  public List<RevisionInfo> history(String range) {
    TargetRange parsed = TargetRange.parse(range);
    return calls.on(RevisionQueries::of).history(parsed);
  }

  /** One revision. */
  public RevisionInfo show(String target) {
    Target parsed = Target.parse(target);
    return calls.on(RevisionQueries::of).show(parsed);
  }

  /** One revision. */
  public RevisionInfo show(RevisionId revision) {
    return calls.on(RevisionQueries::of).show(Target.of(revision));
  }

  private static List<Target> targets(RevisionId revision, RevisionId... more) {
    return given(revision, more).map(Target::of).toList();
  }

  private static List<Target> targets(String target, String... more) {
    return given(target, more).map(Target::parse).toList();
  }

  private static <T> Stream<T> given(T first, T[] more) {
    Arguments.requireGiven(more, "the list of further targets");
    return Stream.concat(Stream.of(Arguments.requireGiven(first, "a target")), Arrays.stream(more));
  }
}

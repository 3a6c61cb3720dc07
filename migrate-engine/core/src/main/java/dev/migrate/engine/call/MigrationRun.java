package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.check.AppliedOrder;
import dev.migrate.engine.check.EmptyTables;
import dev.migrate.engine.check.FreshStart;
import dev.migrate.engine.check.HiddenNames;
import dev.migrate.engine.check.MissingRevisions;
import dev.migrate.engine.check.RemainingRevisions;
import dev.migrate.engine.check.RestatedParts;
import dev.migrate.engine.check.ReversedPairs;
import dev.migrate.engine.check.UnchangedRevisions;
import dev.migrate.engine.check.UnknownRevisions;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.RunCounters;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.execute.Executor;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.engine.live.AlsoDropped;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.NameCheck;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.engine.render.ScriptStart;
import dev.migrate.engine.render.ScriptWriter;
import dev.migrate.engine.resume.Resumption;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.RevisionState;
import dev.migrate.report.RunException;
import dev.migrate.report.Script;
import dev.migrate.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One upgrade or downgrade on a settled connection, under the lock. What can be refused is refused
 * before anything runs, also before what was begun goes on.
 */
final class MigrationRun {

  private final CallConnection connection;
  private final Settings settings;
  private final Session session;
  private final QualifiedName table;
  private final Migration migration;
  private final Direction direction;
  private final ScriptWriter writer;
  private final LiveSchema database;
  private final RestatedParts restated;
  private final RunCounters progress;

  /**
   * A run that has done nothing.
   *
   * @param begin when the call began, by {@link System#nanoTime}
   */
  MigrationRun(CallConnection connection, Migration migration, long begin) {
    this.connection = connection;
    this.settings = connection.settings();
    this.session = connection.session();
    this.table = settings.table().name();
    this.migration = migration;
    this.direction = migration.direction();
    this.writer = connection.writer();
    this.database = new LiveSchema(session, table);
    this.restated = new RestatedParts(database);
    this.progress = new RunCounters(settings.progress(), direction, begin);
  }

  /** Finishes what was begun, plans the rest, checks it, writes it, and executes it. */
  Outcome run() {
    try {
      HistoryEntries entries = connection.entries();
      History begun = read();
      List<RevisionId> wanted = migration.revisions(connection.state(begun, counted(begun)));
      requireOrder(begun, state(begun), wanted);

      History history = finished(begun, wanted, entries);
      AppliedState state = state(history);
      List<RevisionId> rest = rest(wanted, state);
      wanted.stream().filter(id -> isThere(id, state)).forEach(progress::addEnded);

      Plan plan = checked(history, state, plan(history, state, rest));
      progress.reports().late(state.missing().stream().filter(rest::contains).toList());
      Script script = writer.write(plan);
      restated.require(script.steps());
      Executor executor =
          new Executor(
              connection, entries, history, progress, Resumption.decision(connection, database));
      Outcome outcome = executor.run(script, restated::requireBefore);

      if (direction == Direction.UP) {
        RecordedRevisions.refresh(connection, history, state);
        progress.reports().ahead(state.unknown());
        if (outcome.isEmpty()) {
          progress.reports().upToDate(() -> state.targets().current());
        }
      }
      return progress.outcome(state.unknown());
    } catch (RunException failure) {
      throw progress.after(failure);
    }
  }

  /** What would run, if nothing has begun. */
  Script script() {
    History history = read();
    requireNothingInFlight(history);
    AppliedState state = state(history);
    List<RevisionId> wanted = migration.revisions(state);
    requireOrder(history, state, wanted);

    Plan plan = checked(history, state, plan(history, state, wanted));
    Script script = writer.write(AlsoDropped.named(database, plan));
    Script printed =
        writer.printed(
            script,
            new ScriptStart(history.exists(), state.appliedLineages(), session.place().entry()));
    restated.require(script.steps());
    return printed;
  }

  private History read() {
    History history = connection.store().read();
    UnchangedRevisions.require(connection, history);
    return history;
  }

  private AppliedState state(History history) {
    return connection.state(history, history.done());
  }

  /**
   * What counts as applied for a target. A revision in flight in this direction does not, so that
   * the target it began with still means the same; one in the other direction counts as done.
   */
  private Set<RevisionId> counted(History history) {
    Set<RevisionId> applied = new HashSet<>(history.done());
    if (direction == Direction.DOWN) {
      history.inFlight().forEach(entry -> applied.add(entry.id()));
    }
    return applied;
  }

  /** Refuses where the order of what is applied, and of what runs now, is not the graph's. */
  private void requireOrder(History history, AppliedState state, List<RevisionId> wanted) {
    ReversedPairs.require(
        settings,
        connection.dialect(),
        history,
        state,
        direction == Direction.UP ? wanted : List.of());
    MissingRevisions.requireSchema(state);
    AppliedOrder.require(state);
  }

  private static void requireNothingInFlight(History history) {
    if (!history.inFlight().isEmpty()) {
      List<RevisionId> inFlight = history.inFlight().stream().map(HistoryEntry::id).toList();
      throw new HistoryException(
          Facts.of("a revision has begun and not ended: " + inFlight)
              .with("left", "nothing ran")
              .next("call upgrade() or downgrade(…), which ends it, and ask again"),
          inFlight);
    }
  }

  /** Ends what was begun, if what comes after it can be planned; returns the history after it. */
  private History finished(History begun, List<RevisionId> wanted, HistoryEntries entries) {
    Resumption resumption = new Resumption(connection, entries, begun, progress);
    boolean isTakenBack = resumption.takeBack();
    History history = isTakenBack ? connection.store().read() : begun;
    if (history.inFlight().isEmpty()) {
      return history;
    }
    AppliedState state = connection.state(history, doneAfter(history));
    List<RevisionId> rest = rest(wanted, state);
    writer.write(plan(history, state, rest));
    if (isTakenBack) {
      resumption = new Resumption(connection, entries, history, progress);
    }
    resumption.finish(rest.size());
    return connection.store().read();
  }

  /** What is applied once everything in flight has ended. */
  private static Set<RevisionId> doneAfter(History history) {
    Set<RevisionId> applied = new HashSet<>(history.done());
    history.inFlight().stream()
        .filter(entry -> entry.state() == RevisionState.GOING_UP)
        .forEach(entry -> applied.add(entry.id()));
    return applied;
  }

  /** What of the wanted revisions is not yet as it should be, and can be. */
  private List<RevisionId> rest(List<RevisionId> wanted, AppliedState state) {
    return wanted.stream()
        .filter(id -> !isThere(id, state))
        .filter(id -> state.isKnown(id) || state.unknown().contains(id))
        .toList();
  }

  private boolean isThere(RevisionId id, AppliedState state) {
    return state.applied().contains(id) == (direction == Direction.UP);
  }

  /** The plan, with what else the history and the database say against it. */
  private Plan plan(History history, AppliedState state, List<RevisionId> revisions) {
    if (direction == Direction.DOWN) {
      RemainingRevisions.require(settings.known(), history, state, revisions);
    }
    ConflictRules rules = ConflictRules.of(connection.dialect(), settings.accepted());
    Plan plan = migration.plan(state, rules, revisions);
    if (direction == Direction.DOWN) {
      UnknownRevisions.require(settings, state, plan);
    } else {
      MissingRevisions.requireAbsent(database, plan, state.missing());
    }
    return plan;
  }

  /** Refuses what this database does not allow. */
  private Plan checked(History history, AppliedState state, Plan plan) {
    new NameCheck(state, connection.dialect()).require(plan);
    HiddenNames.require(session.place(), table, plan);
    if (direction == Direction.DOWN) {
      EmptyTables.require(session, plan);
    } else {
      FreshStart.require(session, table, history, state, plan);
      plan.steps()
          .forEach(
              step ->
                  connection
                      .store()
                      .requireFits(step.id(), () -> RecordingJson.write(step.recording())));
    }
    return plan;
  }
}

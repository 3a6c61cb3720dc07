package dev.migrate.engine.resume;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.check.UnknownRevisions;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.RunCounters;
import dev.migrate.engine.execute.Decision;
import dev.migrate.engine.execute.Executor;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.OperationDifference;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.ScriptStep;
import java.util.List;
import java.util.Optional;

/**
 * Ends what a run before began and did not end: because its process was killed, or a statement
 * failed. Works under the lock, so nobody else is at it. Not thread-safe.
 */
public final class Resumption {

  private final CallConnection connection;
  private final History history;
  private final BegunRevisions revisions;
  private final AppliedState state;
  private final HistoryEntries entries;
  private final Doubt doubt;
  private final Executor executor;
  private final RunCounters progress;

  /**
   * What was begun by a history.
   *
   * @param entries makes the rows of revisions that run
   * @param progress what ran before in the same call
   */
  public Resumption(
      CallConnection connection, HistoryEntries entries, History history, RunCounters progress) {
    this.connection = connection;
    this.history = history;
    this.revisions = new BegunRevisions(connection, history);
    this.state = revisions.state();
    this.entries = entries;
    LiveSchema database =
        new LiveSchema(connection.session(), connection.settings().table().name());
    this.doubt = new Doubt(database);
    this.executor =
        new Executor(connection, entries, history, progress, decision(connection, database));
    this.progress = progress;
  }

  /** Decides about statements that failed on a connection, by the schema of its database. */
  public static Decision decision(CallConnection connection, LiveSchema database) {
    return (step, number) -> new Doubt(database).wasExecuted(step, number, connection.self());
  }

  /** Forgets what began and did nothing; returns whether there was such a revision. */
  public boolean takeBack() {
    return history.inFlight().stream().filter(this::takeBack).count() > 0;
  }

  private boolean takeBack(HistoryEntry entry) {
    ScriptStep begun = revisions.begun(entry);
    if (next(entry, begun) > 1) {
      return false;
    }
    executor.cleanUp(begun);
    progress.reports().takenBack(begun.step().title());
    if (BegunRevisions.going(entry) == Direction.UP) {
      connection.store().delete(entry);
    } else {
      connection.store().move(entry, entry.done(entry.duration()));
    }
    return true;
  }

  /**
   * Ends everything that was begun.
   *
   * @param more how many revisions will run after it
   */
  public void finish(int more) {
    progress.expect(history.inFlight().size() + more);
    history.inFlight().forEach(this::finish);
  }

  private void finish(HistoryEntry entry) {
    progress.begin();
    ScriptStep begun = revisions.begun(entry);
    int next = next(entry, begun);
    ScriptStep step = now(entry, begun, next);
    progress.reports().resumed(step.step().title(), next);
    progress.started(step.step());
    executor.resume(step, takenOver(entry, step, next));
    progress.finished(step.step());
  }

  /** The number of the first statement that was not executed. */
  private int next(HistoryEntry entry, ScriptStep begun) {
    Flight flight = entry.flight().orElseThrow();
    if (flight.isEnded()) {
      throw doubt.ended(begun, flight);
    }
    boolean executed =
        flight.statement() <= begun.statements().size()
            && flight.session().isPresent()
            && doubt.wasExecuted(begun, flight.statement(), flight.session().orElseThrow());
    return flight.statement() + (executed ? 1 : 0);
  }

  /** What to run now: a revision may have been corrected, or may be gone from the code. */
  private ScriptStep now(HistoryEntry entry, ScriptStep begun, int next) {
    RevisionId id = entry.id();
    if (!state.isKnown(id)) {
      UnknownRevisions.requireRunnable(connection.settings(), begun, next, left(next));
      return begun;
    }
    Recording now = state.recording(id, entry.variant());
    if (now.equals(begun.step().recording())) {
      return begun;
    }
    state.requireSteady(id);
    ScriptStep step = revisions.step(entry, now);
    boolean undone = BegunRevisions.going(entry) == Direction.DOWN && !revisions.isUnchanged(entry);
    if (undone || !sql(step, next - 1).equals(sql(begun, next - 1))) {
      throw changed(begun, step, next, undone, left(next));
    }
    return step;
  }

  private String left(int next) {
    return Flight.committed(next) + "; " + doubt.done();
  }

  private static HistoryException changed(
      ScriptStep begun, ScriptStep now, int next, boolean undone, String left) {
    Facts facts =
        Facts.of("revision " + begun.step().title() + " was changed where it already ran");
    facts =
        undone
            ? facts.with(
                "changed",
                OperationDifference.between(
                        begun.step().recording().upgrade(), now.step().recording().upgrade())
                    .map(Object::toString)
                    .orElse("nothing"))
            : facts
                .with("executed", String.join(";\n", sql(begun, next - 1)))
                .with("now", String.join(";\n", sql(now, next - 1)));
    return new HistoryException(
        facts
            .with("left", left)
            .next("leave the executed operations as they were; correct only those after them"),
        List.of(begun.step().id()));
  }

  /** Takes the row over, and its operations if they were corrected. */
  private HistoryEntry takenOver(HistoryEntry entry, ScriptStep step, int next) {
    // What is left of one transaction is one again, so nothing of it can be in doubt.
    Optional<String> session =
        step.inOneTransaction() ? Optional.empty() : Optional.of(connection.self());
    Flight flight = new Flight(next, BegunRevisions.digest(step, next), session);
    HistoryEntry taken = entry.inFlight(entry.state(), flight);
    Recording recording = step.step().recording();
    if (recording.equals(revisions.recorded(entry))) {
      connection.store().move(entry, taken);
      return taken;
    }
    HistoryEntry fresh =
        entries.entry(step.step().lineage(), recording, entry.variant(), entry.position());
    HistoryEntry corrected = taken.corrected(fresh.digest(), fresh.format());
    connection.store().correct(entry, corrected, entries.operations(recording));
    return corrected;
  }

  private static List<String> sql(ScriptStep step, int count) {
    return step.statements().stream().map(Statement::sql).limit(count).toList();
  }
}

package dev.migrate.engine.resume;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.check.UnknownRevisions;
import dev.migrate.engine.context.CallContext;
import dev.migrate.engine.execute.Executor;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.OperationDifference;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Variation;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ends what a run before began and did not end: because its process was killed, or a statement
 * failed. Works under the lock, so nobody else is at it. Not thread-safe.
 */
public final class Resumption {

  private final CallContext site;
  private final History history;
  private final Executor executor;
  private final AppliedState situation;

  public Resumption(CallContext site, History history, Executor executor) {
    this.site = site;
    this.history = history;
    this.executor = executor;
    this.situation = site.situation(history, history.done());
  }

  /** Forgets a revision of which nothing was executed; returns whether it was such a one. */
  public boolean takeBack(HistoryEntry entry) {
    ScriptStep begun = begun(entry);
    if (next(entry, begun) > 1) {
      return false;
    }
    executor.cleanUp(begun, 1);
    site.progress().takenBack(begun.step().title());
    if (going(entry) == Direction.UP) {
      site.store().delete(entry);
    } else {
      site.store().move(entry, entry.done(entry.duration()));
    }
    return true;
  }

  /** Ends a revision in flight. */
  public void end(HistoryEntry entry, int number, int of) {
    long begin = System.nanoTime();
    ScriptStep begun = begun(entry);
    int next = next(entry, begun);
    ScriptStep script = script(entry, begun, next);
    site.progress().resumed(script.step().title(), next);
    site.progress().started(script.step(), number, of);
    executor.runAgain(script, departed(entry, script, next), begin);
    site.progress()
        .finished(script.step(), number, of, Duration.ofNanos(System.nanoTime() - begin));
  }

  /** The number of the first statement that was not executed. */
  private int next(HistoryEntry entry, ScriptStep begun) {
    Flight flight = entry.flight().orElseThrow();
    if (flight.isEnded()) {
      throw Doubt.ended(begun, flight.statement());
    }
    boolean executed =
        flight.statement() <= begun.statements().size()
            && flight.session().isPresent()
            && new Doubt(site).wasExecuted(begun, flight.statement());
    return flight.statement() + (executed ? 1 : 0);
  }

  /** Where a revision is if its statement in doubt was executed. */
  public Flight after(HistoryEntry entry) {
    ScriptStep begun = begun(entry);
    int next = entry.flight().orElseThrow().statement() + 1;
    return new Flight(next, digest(begun, next), Optional.empty());
  }

  private static Direction going(HistoryEntry entry) {
    return entry.state() == RevisionState.GOING_UP ? Direction.UP : Direction.DOWN;
  }

  /** The script that the run before followed: the code's, or the one that the history has. */
  private ScriptStep begun(HistoryEntry entry) {
    Flight flight = entry.flight().orElseThrow();
    Recording stored = site.stored(history, entry.id());
    List<Recording> candidates = new ArrayList<>();
    if (isUnchanged(entry, stored)) {
      candidates.add(situation.recording(entry.id(), entry.variant()));
    }
    candidates.add(stored);
    for (Recording candidate : candidates) {
      PlanStep step = step(entry, candidate);
      boolean same =
          site.writers().stream()
              .map(writer -> writer.step(step))
              .anyMatch(script -> isBegun(script, flight));
      if (same) {
        return site.writer().step(step);
      }
    }
    throw new HistoryException(
        Facts.of("revision " + entry.id() + " began with other statements than it has now")
            .with("state", "going on at statement " + flight.statement())
            .with("left", Flight.committed(flight.statement()) + "; nothing ran now")
            .next("end it with the version of the code and of this library that began it"),
        List.of(entry.id()),
        null);
  }

  private static boolean isBegun(ScriptStep script, Flight flight) {
    return flight.statement() <= script.statements().size() + 1
        && digest(script, flight.statement()).equals(flight.digest());
  }

  private boolean isUnchanged(HistoryEntry entry, Recording stored) {
    return situation.isKnown(entry.id())
        && OperationDifference.between(
                stored.upgrade(), situation.recording(entry.id(), entry.variant()).upgrade())
            .isEmpty();
  }

  private PlanStep step(HistoryEntry entry, Recording recording) {
    Planner planner = new Planner(situation);
    Schema without = planner.appliedWithout(Set.of());
    return going(entry) == Direction.UP
        ? planner.up(entry.id(), new Variation(recording, entry.variant()), without)
        : planner.down(entry.id(), new Variation(recording, entry.variant()), without);
  }

  /** What to run now: a revision may have been corrected, or may be gone from the code. */
  private ScriptStep script(HistoryEntry entry, ScriptStep begun, int next) {
    RevisionId id = entry.id();
    if (!situation.isKnown(id)) {
      UnknownRevisions.requireRunnable(site, begun, next);
      return begun;
    }
    Recording now = situation.recording(id, entry.variant());
    if (now.equals(begun.step().recording())) {
      return begun;
    }
    situation.requireSteady(id);
    ScriptStep script = site.writer().step(step(entry, now));
    boolean undone =
        going(entry) == Direction.DOWN && !isUnchanged(entry, site.stored(history, id));
    if (undone || !sql(script, next - 1).equals(sql(begun, next - 1))) {
      throw changed(begun, script, next, undone);
    }
    return script;
  }

  private static HistoryException changed(
      ScriptStep begun, ScriptStep now, int next, boolean undone) {
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
            .with("left", Flight.committed(next) + "; nothing ran now")
            .next("leave the executed operations as they were; correct only those after them"),
        List.of(begun.step().id()),
        null);
  }

  /** Takes the row over, and its operations if they were corrected. */
  private HistoryEntry departed(HistoryEntry entry, ScriptStep script, int next) {
    // What is left of one transaction is one again, so nothing of it can be in doubt.
    Optional<String> session =
        script.inOneTransaction() ? Optional.empty() : Optional.of(site.self());
    Flight flight = new Flight(next, digest(script, next), session);
    HistoryEntry departed = entry.inFlight(entry.state(), flight);
    Recording recording = script.step().recording();
    if (recording.equals(site.stored(history, entry.id()))) {
      site.store().move(entry, departed);
      return departed;
    }
    HistoryEntry fresh =
        site.bookkeeping()
            .entry(script.step().lineage(), recording, entry.variant(), entry.position());
    HistoryEntry corrected = departed.corrected(fresh.digest(), fresh.format());
    site.store().correct(entry, corrected, site.bookkeeping().operations(recording));
    return corrected;
  }

  private static List<String> sql(ScriptStep script, int count) {
    return script.statements().stream().map(Statement::sql).limit(count).toList();
  }

  private static String digest(ScriptStep script, int number) {
    int count = Math.min(number, script.statements().size());
    return StatementDigest.of(script.statements(), count);
  }
}

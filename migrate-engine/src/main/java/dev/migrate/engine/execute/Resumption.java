package dev.migrate.engine.execute;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Statement;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Situation;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.Step;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ends what a run before began and did not end: because its process was killed, or a statement
 * failed. Works under the lock, so nobody else is at it. Not thread-safe.
 */
final class Resumption {

  /** Stands for a session where the user said that the statement was not executed. */
  static final String SETTLED = "settled: not executed";

  private final Site site;
  private final History history;
  private final Executor executor;

  Resumption(Site site, History history, Executor executor) {
    this.site = site;
    this.history = history;
    this.executor = executor;
  }

  /** Ends a revision in flight; tells whether it is through, or was back where it began. */
  boolean end(HistoryEntry entry) {
    Flight flight = entry.flight().orElseThrow();
    ScriptStep begun = begun(entry);
    int total = begun.statements().size();
    boolean executed =
        flight.statement() <= total
            && !flight.session().equals(Optional.of(SETTLED))
            && new Doubt(site).wasExecuted(begun, flight.statement());
    int next = flight.statement() + (executed ? 1 : 0);
    if (next == 1) {
      takeBack(entry);
      return false;
    }
    ScriptStep script = corrected(entry, begun, next);
    site.progress().resumed(begun.step().title(), next);
    Flight going = new Flight(next, digest(script, next), Optional.of(site.self()));
    site.store().advance(entry, going);
    HistoryEntry current = entry.flying(entry.state(), going);
    executor.runFrom(script, current, System.nanoTime());
    return true;
  }

  /** Counts the statement in doubt as executed. */
  void skip(HistoryEntry entry) {
    ScriptStep begun = begun(entry);
    int next = entry.flight().orElseThrow().statement() + 1;
    site.store().advance(entry, new Flight(next, digest(begun, next), Optional.of(SETTLED)));
  }

  private void takeBack(HistoryEntry entry) {
    if (entry.state() == RevisionState.GOING_UP) {
      site.store().delete(entry);
    } else {
      site.store().finish(entry, entry.duration());
    }
  }

  /** The script that the run before followed: the code's, or the one that the history has. */
  private ScriptStep begun(HistoryEntry entry) {
    Flight flight = entry.flight().orElseThrow();
    Situation situation = site.situation(history, history.done());
    Recording stored = site.stored(history, entry.id());
    List<Recording> candidates = new ArrayList<>();
    if (situation.isKnown(entry.id())) {
      candidates.add(situation.recording(entry.id()));
    }
    candidates.add(stored);
    for (Recording candidate : candidates) {
      boolean same = candidate.upgrade().equals(stored.upgrade());
      if (same) {
        ScriptStep script = script(situation, entry, candidate);
        if (digest(script, flight.statement()).equals(flight.digest())) {
          return script;
        }
      }
    }
    throw new HistoryException(
        Facts.of("revision " + entry.id() + " began with other statements than it has now")
            .with("state", "going on at statement " + flight.statement())
            .with("left", "the statements before that are committed; nothing ran now")
            .next("end it with the version of the code and of this library that began it"),
        List.of(entry.id()),
        null);
  }

  private ScriptStep script(Situation situation, HistoryEntry entry, Recording recording) {
    Planner planner = new Planner(situation);
    Schema without = planner.appliedWithout(Set.of());
    Step step =
        entry.state() == RevisionState.GOING_UP
            ? planner.up(entry.id(), recording, without)
            : planner.down(entry.id(), recording, without);
    return new ScriptStep(step, site.writer().statements(step), List.of());
  }

  /** A revision that was corrected after it failed goes on if what was executed is the same. */
  private ScriptStep corrected(HistoryEntry entry, ScriptStep begun, int next) {
    RevisionId id = entry.id();
    Situation situation = site.situation(history, history.done());
    boolean up = begun.step().direction() == Direction.UP;
    if (!up || !situation.isKnown(id) || situation.recording(id).equals(begun.step().recording())) {
      return begun;
    }
    ScriptStep now = script(situation, entry, situation.recording(id));
    if (!sql(now, next - 1).equals(sql(begun, next - 1))) {
      throw new HistoryException(
          Facts.of("revision " + begun.step().title() + " was changed where it already ran")
              .with("executed", String.join(";\n", sql(begun, next - 1)))
              .with("now", String.join(";\n", sql(now, next - 1)))
              .with("left", "the executed statements are committed; nothing ran now")
              .next("leave the executed operations as they were; correct only those behind them"),
          List.of(id),
          null);
    }
    site.store()
        .correct(
            site.bookkeeping().entry(now.step().lineage(), now.step().recording(), 0),
            site.bookkeeping().operations(now.step().recording()));
    return now;
  }

  private static List<String> sql(ScriptStep script, int count) {
    return script.statements().stream().map(Statement::sql).limit(count).toList();
  }

  private static String digest(ScriptStep script, int number) {
    int count = Math.min(number, script.statements().size());
    return StatementDigest.of(script.statements(), count);
  }
}

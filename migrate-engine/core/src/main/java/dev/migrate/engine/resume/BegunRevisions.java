package dev.migrate.engine.resume;

import dev.migrate.Recording;
import dev.migrate.dialect.Place;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.StoredRevisions;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.json.OperationDifference;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Variation;
import dev.migrate.engine.render.ScriptWriter;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.HistoryException;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ScriptStep;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The revisions that a history has in flight, with the statements that they began with: the code's,
 * or those that the history has.
 */
public final class BegunRevisions {

  private final Session session;
  private final StoredRevisions stored;
  private final AppliedState state;
  private final ScriptWriter writer;

  public BegunRevisions(CallConnection connection, History history) {
    this.session = connection.session();
    this.stored = new StoredRevisions(connection.store(), history);
    this.state = connection.state(history, history.done());
    this.writer = connection.writer();
  }

  AppliedState state() {
    return state;
  }

  /** What the history has of a revision. */
  Recording recorded(HistoryEntry entry) {
    return stored.recording(entry.id());
  }

  /** Where a revision is if its statement in doubt was executed. */
  public Flight after(HistoryEntry entry) {
    ScriptStep begun = begun(entry);
    int next = entry.flight().orElseThrow().statement() + 1;
    return new Flight(next, digest(begun, next), Optional.empty());
  }

  static Direction going(HistoryEntry entry) {
    return entry.state() == RevisionState.GOING_UP ? Direction.UP : Direction.DOWN;
  }

  /** A revision as it began. */
  ScriptStep begun(HistoryEntry entry) {
    Flight flight = entry.flight().orElseThrow();
    Recording recorded = recorded(entry);
    List<Recording> candidates = new ArrayList<>();
    if (isUnchanged(entry)) {
      candidates.add(state.recording(entry.id(), entry.variant()));
    }
    candidates.add(recorded);
    for (Recording candidate : candidates) {
      PlanStep step = planned(entry, candidate);
      boolean same =
          places().map(place -> writer.at(place).step(step)).anyMatch(it -> isBegun(it, flight));
      if (same) {
        return writer.step(step);
      }
    }
    throw new HistoryException(
        Facts.of("revision " + entry.id() + " began with other statements than it has now")
            .with("state", "going on at statement " + flight.statement())
            .with("left", Flight.committed(flight.statement()) + "; nothing ran now")
            .next("end it with the version of the code and of this library that began it"),
        List.of(entry.id()));
  }

  /**
   * The place of the session, with and without the schema before names: another search path may
   * have been set when a revision began.
   */
  private Stream<Place> places() {
    Place place = session.place();
    return Stream.of(place, place.ambiguous(!place.isAmbiguous()));
  }

  private static boolean isBegun(ScriptStep step, Flight flight) {
    return flight.statement() <= step.statements().size() + 1
        && digest(step, flight.statement()).equals(flight.digest());
  }

  /** Whether the code still has the operations that the history has. */
  boolean isUnchanged(HistoryEntry entry) {
    return state.isKnown(entry.id())
        && OperationDifference.between(
                recorded(entry).upgrade(), state.recording(entry.id(), entry.variant()).upgrade())
            .isEmpty();
  }

  private PlanStep planned(HistoryEntry entry, Recording recording) {
    Planner planner = new Planner(state);
    Schema without = planner.appliedWithout(Set.of());
    return going(entry) == Direction.UP
        ? planner.up(entry.id(), new Variation(recording, entry.variant()), without)
        : planner.down(entry.id(), new Variation(recording, entry.variant()), without);
  }

  /** What a revision does from where it began to its end. */
  public PlanStep whole(HistoryEntry entry) {
    return planned(entry, recorded(entry));
  }

  /** A revision with these operations, where it began. */
  ScriptStep step(HistoryEntry entry, Recording recording) {
    return writer.step(planned(entry, recording));
  }

  /** The digest of the statements up to and with that of a number. */
  static String digest(ScriptStep step, int number) {
    int count = Math.min(number, step.statements().size());
    return StatementDigest.of(step.statements(), count);
  }
}

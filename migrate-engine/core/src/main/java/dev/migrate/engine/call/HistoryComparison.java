package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.check.AppliedOrder;
import dev.migrate.engine.check.FreshStart;
import dev.migrate.engine.check.MissingRevisions;
import dev.migrate.engine.check.ReversedPairs;
import dev.migrate.engine.check.UnchangedRevisions;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.Settings;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.Direction;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.Plan;
import dev.migrate.report.PlanException;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import dev.migrate.report.UnfinishedRevision;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The history of a database beside the code. What was edited counts as the history has it. Reads
 * only; used once, on a settled connection.
 */
final class HistoryComparison {

  private static final Upgrade TO_HEADS = new Upgrade(List.of(Target.parse("heads")));

  private final CallConnection connection;
  private final Settings settings;
  private final History history;
  private final List<EditedRevision> edited;
  private final AppliedState state;

  private HistoryComparison(
      CallConnection connection, History history, List<EditedRevision> edited) {
    this.connection = connection;
    this.settings = connection.settings();
    this.history = history;
    this.edited = edited;
    this.state =
        connection
            .state(history, history.done())
            .withRecorded(edited.stream().map(EditedRevision::revision).toList());
  }

  /** Reads the history. */
  static HistoryComparison of(CallConnection connection) {
    History history = connection.store().read();
    return new HistoryComparison(
        connection, history, UnchangedRevisions.edited(connection, history));
  }

  History history() {
    return history;
  }

  /** What is applied; what has begun and not ended is not. */
  AppliedState state() {
    return state;
  }

  List<EditedRevision> edited() {
    return edited;
  }

  List<UnfinishedRevision> unfinished() {
    return history.inFlight().stream().map(this::unfinished).toList();
  }

  private UnfinishedRevision unfinished(HistoryEntry entry) {
    return new UnfinishedRevision(
        entry.id(),
        state.name(entry.id()),
        isGoingUp(entry) ? Direction.UP : Direction.DOWN,
        entry.flight().orElseThrow().statement());
  }

  private static boolean isGoingUp(HistoryEntry entry) {
    return entry.state() == RevisionState.GOING_UP;
  }

  /** What an upgrade would run once everything unfinished has ended. */
  List<RevisionInfo> pending() {
    return new RevisionQueries(settings.known(), history, times(), state).infos(pendingIds());
  }

  /** When the pending revisions were applied that are being undone; no other was. */
  private Map<RevisionId, Instant> times() {
    return history.inFlight().isEmpty() ? Map.of() : connection.store().appliedAt();
  }

  private List<RevisionId> pendingIds() {
    return TO_HEADS.revisions(ended());
  }

  /** What is applied once everything unfinished has ended. */
  private AppliedState ended() {
    Set<RevisionId> applied = new HashSet<>(history.done());
    history.inFlight().stream()
        .filter(HistoryComparison::isGoingUp)
        .forEach(entry -> applied.add(entry.id()));
    return state.withApplied(applied);
  }

  /**
   * Plans what is pending.
   *
   * @throws ConflictException if it is in conflict
   * @throws PlanException if it does not fit
   */
  Plan plan() {
    ConflictRules rules = ConflictRules.of(connection.dialect(), settings.accepted());
    return TO_HEADS.plan(ended(), rules, pendingIds());
  }

  /** What pending revisions conflict with, which may be revisions that only the history knows. */
  List<Conflict> conflicts() {
    try {
      plan();
      return List.of();
    } catch (ConflictException refused) {
      return refused.conflicts();
    }
  }

  /** Refuses where an upgrade would refuse, because of the order in which revisions ran. */
  void requireOrder() {
    ReversedPairs.require(settings, connection.dialect(), history, state, pendingIds());
    MissingRevisions.requireSchema(state);
    AppliedOrder.require(state);
  }

  /** Refuses a history that makes no schema, and a database that is not the one of the code. */
  void requireComparable() {
    MissingRevisions.requireSchema(state);
    if (state.applied().stream().anyMatch(state::isKnown) || !history.inFlight().isEmpty()) {
      return;
    }
    Plan plan;
    try {
      plan = plan();
    } catch (ConflictException | PlanException refused) {
      return; // what an upgrade says; it cannot be known what it would create
    }
    FreshStart.require(connection.session(), settings.table().name(), history, state, plan);
  }
}

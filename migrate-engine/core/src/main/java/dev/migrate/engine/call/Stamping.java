package dev.migrate.engine.call;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.live.LiveDrift;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Variation;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.error.Facts;
import dev.migrate.report.Drift;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.StampOutcome;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records revisions as applied or not, without running anything. What they declare is compared with
 * the database first.
 */
public final class Stamping {

  private final Collection<Target> targets;
  private final Optional<String> reason;

  /**
   * Asks to record revisions.
   *
   * @param reason why a difference of the database is accepted; empty to refuse one
   */
  public Stamping(Collection<Target> targets, Optional<String> reason) {
    this.targets = List.copyOf(targets);
    this.reason = reason;
  }

  /** Records the revisions of the targets as applied, and the others as not applied. */
  public StampOutcome stamp(CallConnection connection) {
    History history = connection.store().read();
    AppliedState state = connection.state(history, history.done());
    Set<RevisionId> wanted = state.targets().stamp(targets);
    List<HistoryEntry> removed =
        history.entries().stream()
            .filter(entry -> !wanted.contains(entry.id()) || entry.flight().isPresent())
            .toList();
    List<RevisionId> recorded =
        wanted.stream().filter(id -> !state.applied().contains(id)).toList();
    Set<RevisionId> kept = new HashSet<>(state.applied());
    kept.retainAll(wanted);
    List<RevisionId> gone =
        removed.stream().map(HistoryEntry::id).filter(id -> !wanted.contains(id)).toList();
    boolean changes = !recorded.isEmpty() || !removed.isEmpty();
    StampOutcome outcome =
        compared(
            connection,
            "stampAccepting",
            connection.state(history, wanted),
            changes,
            recorded,
            gone);
    if (!history.exists()) {
      connection.store().create();
    }
    connection
        .session()
        .inTransaction(
            () -> {
              removed.forEach(connection.store()::delete);
              Map<RevisionId, Long> places =
                  HistoryPositions.of(history, kept, recorded, state.graph());
              RecordedRevisions.move(connection, history, kept, places);
              record(connection, state, kept, recorded, places);
            },
            failure -> Session.failed("the history could not be committed", failure));
    return outcome;
  }

  /** Empties the history, even one that cannot be read, and records the targets as applied. */
  public StampOutcome restamp(CallConnection connection) {
    AppliedState state = connection.state(History.none(), Set.of());
    List<RevisionId> recorded = List.copyOf(Targets.of(state.graph(), Set.of()).stamp(targets));
    Optional<List<String>> before = connection.store().ids();
    List<RevisionId> removed =
        before.orElse(List.of()).stream()
            .filter(id -> recorded.stream().noneMatch(other -> other.value().equals(id)))
            .map(RevisionId::of)
            .toList();
    AppliedState recording = connection.state(History.none(), Set.copyOf(recorded));
    StampOutcome outcome =
        compared(connection, "restampAccepting", recording, true, recorded, removed);
    if (before.isEmpty()) {
      connection.store().create();
    }
    connection
        .session()
        .inTransaction(
            () -> {
              connection.store().clear();
              record(
                  connection,
                  state,
                  Set.of(),
                  recorded,
                  HistoryPositions.of(History.none(), Set.of(), recorded, state.graph()));
            },
            failure -> Session.failed("the history could not be committed", failure));
    return outcome;
  }

  /** Compares the revisions that will be recorded with the database, if there are any. */
  private StampOutcome compared(
      CallConnection connection,
      String call,
      AppliedState after,
      boolean changes,
      List<RevisionId> recorded,
      List<RevisionId> removed) {
    if (!changes || after.applied().isEmpty()) {
      return new StampOutcome(
          recorded,
          removed,
          List.of(),
          List.of(),
          List.of(),
          new SchemaDifference(List.of()),
          Optional.empty());
    }
    Schema declared = new Planner(after).appliedWithout(Set.of());
    LiveSchema database =
        new LiveSchema(connection.session(), connection.settings().table().name());
    Drift drift = LiveDrift.of(database, declared);
    if (!drift.isEmpty()) {
      String why = reason.orElseThrow(() -> refused(call, after, drift.difference()));
      connection.settings().progress().accepted(drift.difference(), why);
    }
    return new StampOutcome(
        recorded,
        removed,
        drift.undeclared(),
        drift.unmodelled(),
        drift.unknown(),
        drift.difference(),
        reason.filter(why -> !drift.isEmpty()));
  }

  private static SchemaMismatchException refused(
      String call, AppliedState after, SchemaDifference difference) {
    Facts facts =
        Facts.of("the database is not what these revisions declare")
            .list(
                "revisions", after.applied().stream().sorted(after.graph().comparator()).toList());
    return new SchemaMismatchException(
        difference
            .addedTo(facts)
            .with("left", "nothing was recorded")
            .next(
                (difference.entries().stream().allMatch(Entry::isMissing)
                        ? "to create what is missing, call upgrade();\n"
                        : "")
                    + "correct the revisions, or bring the database to what they declare;\n"
                    + "to record them although the database differs, state why:\n"
                    + call
                    + "(\"reason\", \"target\")"),
        difference);
  }

  private static void record(
      CallConnection connection,
      AppliedState state,
      Set<RevisionId> kept,
      List<RevisionId> ids,
      Map<RevisionId, Long> places) {
    HistoryEntries entries = connection.entries();
    Set<RevisionId> present = new HashSet<>(kept);
    for (RevisionId id : ids) {
      Variation variation = state.variation(id, present::contains);
      Recording recording = variation.recording();
      present.add(id);
      connection
          .store()
          .insert(
              entries.entry(
                  state.graph().lineage(id),
                  recording,
                  variation.after(),
                  places.getOrDefault(id, 1L)),
              entries.provenance(),
              entries.operations(recording));
    }
  }
}

package dev.migrate.engine.call;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallContext;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.live.LiveSchema;
import dev.migrate.engine.live.MismatchFacts;
import dev.migrate.engine.live.TextComparison;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Variation;
import dev.migrate.error.Facts;
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
final class Stamping {

  private final CallContext site;
  private final Optional<String> reason;

  /** With the reason why a difference is accepted; without one, a difference is refused. */
  Stamping(CallContext site, Optional<String> reason) {
    this.site = site;
    this.reason = reason;
  }

  StampOutcome run(Collection<Target> targets) {
    History history = site.store().read();
    AppliedState situation = site.situation(history, history.done());
    Set<RevisionId> wanted = situation.targets().stamp(targets);
    List<HistoryEntry> removed =
        history.entries().stream()
            .filter(entry -> !wanted.contains(entry.id()) || entry.flight().isPresent())
            .toList();
    List<RevisionId> recorded =
        wanted.stream().filter(id -> !situation.applied().contains(id)).toList();
    Set<RevisionId> kept = new HashSet<>(situation.applied());
    kept.retainAll(wanted);
    List<RevisionId> gone =
        removed.stream().map(HistoryEntry::id).filter(id -> !wanted.contains(id)).toList();
    boolean changes = !recorded.isEmpty() || !removed.isEmpty();
    StampOutcome outcome =
        compared("stamp", site.situation(history, wanted), changes, recorded, gone);
    if (!history.exists()) {
      site.store().create();
    }
    site.session()
        .inTransaction(
            () -> {
              removed.forEach(site.store()::delete);
              Map<RevisionId, Long> places =
                  HistoryPositions.of(history, kept, recorded, situation.graph());
              RecordedRevisions.move(site, history, kept, places);
              record(situation, kept, recorded, places);
            },
            failure -> Session.failed("the history could not be committed", failure));
    return outcome;
  }

  /** Forgets everything first, also what cannot be read. */
  StampOutcome again(Collection<Target> targets) {
    AppliedState situation = site.situation(History.none(), Set.of());
    List<RevisionId> recorded = List.copyOf(Targets.of(situation.graph(), Set.of()).stamp(targets));
    Optional<List<String>> before = site.store().ids();
    List<RevisionId> removed =
        before.orElse(List.of()).stream()
            .filter(id -> recorded.stream().noneMatch(other -> other.value().equals(id)))
            .map(RevisionId::of)
            .toList();
    AppliedState recording = site.situation(History.none(), Set.copyOf(recorded));
    StampOutcome outcome = compared("restamp", recording, true, recorded, removed);
    if (before.isEmpty()) {
      site.store().create();
    }
    site.session()
        .inTransaction(
            () -> {
              site.store().clear();
              record(
                  situation,
                  Set.of(),
                  recorded,
                  HistoryPositions.of(History.none(), Set.of(), recorded, situation.graph()));
            },
            failure -> Session.failed("the history could not be committed", failure));
    return outcome;
  }

  /** Compares what the history says afterwards with the database, if it says something. */
  private StampOutcome compared(
      String call,
      AppliedState afterwards,
      boolean changes,
      List<RevisionId> recorded,
      List<RevisionId> removed) {
    if (!changes || afterwards.applied().isEmpty()) {
      return new StampOutcome(
          recorded,
          removed,
          List.of(),
          List.of(),
          List.of(),
          new SchemaDifference(List.of()),
          Optional.empty());
    }
    Schema declared = new Planner(afterwards).appliedWithout(Set.of());
    Schema inspected = LiveSchema.inspected(site, declared.namespaces());
    Schema live = site.dialect().canonical(inspected);
    TextComparison texts = TextComparison.of(site, declared, inspected, name -> true);
    SchemaDifference all = LiveSchema.difference(site, declared, live).and(texts.difference());
    SchemaDifference difference = all.where(entry -> !isUndeclared(entry));
    if (!difference.isEmpty()) {
      String why = reason.orElseThrow(() -> refused(call, afterwards, difference));
      site.progress().accepted(difference, why);
    }
    return new StampOutcome(
        recorded,
        removed,
        all.where(Stamping::isUndeclared).entries().stream().map(Entry::element).toList(),
        live.unmodelled(),
        List.copyOf(texts.unknown()),
        difference,
        reason.filter(why -> !difference.isEmpty()));
  }

  /** An object that no revision mentions may be anybody's; a part of a declared table is not. */
  private static boolean isUndeclared(Entry entry) {
    return entry.isUnexpected() && !entry.element().kind().isPart();
  }

  private static SchemaMismatchException refused(
      String call, AppliedState afterwards, SchemaDifference difference) {
    Facts facts =
        Facts.of("the database is not what these revisions declare")
            .list(
                "revisions",
                afterwards.applied().stream().sorted(afterwards.graph().comparator()).toList());
    return new SchemaMismatchException(
        MismatchFacts.of(facts, difference)
            .with("left", "nothing was recorded")
            .next(
                (difference.entries().stream().allMatch(Entry::isMissing)
                        ? "to create what is missing, call upgrade();\n"
                        : "")
                    + "correct the revisions, or bring the database to what they declare;\n"
                    + "to record them although the database differs, state why:\n"
                    + call
                    + "Accepting(\"reason\", \"target\")"),
        difference,
        null);
  }

  private void record(
      AppliedState situation,
      Set<RevisionId> kept,
      List<RevisionId> ids,
      Map<RevisionId, Long> places) {
    Set<RevisionId> present = new HashSet<>(kept);
    for (RevisionId id : ids) {
      Variation variation = situation.variation(id, present::contains);
      Recording recording = variation.recording();
      present.add(id);
      site.store()
          .insert(
              site.bookkeeping()
                  .entry(
                      situation.graph().lineage(id),
                      recording,
                      variation.after(),
                      places.getOrDefault(id, 1L)),
              site.bookkeeping().operations(recording));
    }
  }
}

package dev.migrate.engine.execute;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.Situation;
import dev.migrate.engine.plan.Variation;
import dev.migrate.report.StampOutcome;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records revisions as applied or not, without running anything. */
final class Stamping {

  private Stamping() {}

  static StampOutcome run(Site site, Collection<Target> targets) {
    History history = site.store().read();
    Situation situation = site.situation(history, history.done());
    Set<RevisionId> wanted = situation.targets().stamp(targets);
    List<HistoryEntry> removed =
        history.entries().stream()
            .filter(entry -> !wanted.contains(entry.id()) || entry.flight().isPresent())
            .toList();
    List<RevisionId> recorded =
        wanted.stream().filter(id -> !situation.applied().contains(id)).toList();
    Set<RevisionId> kept = new HashSet<>(situation.applied());
    kept.retainAll(wanted);
    if (!history.exists()) {
      site.store().create();
    }
    site.session()
        .inTransaction(
            () -> {
              removed.forEach(site.store()::delete);
              Map<RevisionId, Long> places = Places.of(history, kept, recorded, situation.graph());
              RecordedRevisions.move(site, history, kept, places);
              record(site, situation, kept, recorded, places);
            },
            failure -> Session.failed("the history could not be committed", failure));
    return new StampOutcome(
        recorded,
        removed.stream().map(HistoryEntry::id).filter(id -> !wanted.contains(id)).toList());
  }

  /** Forgets everything first, also what nobody can read. */
  static StampOutcome anew(Site site, Collection<Target> targets) {
    Situation situation = site.situation(History.none(), Set.of());
    List<RevisionId> recorded = List.copyOf(Targets.of(situation.graph(), Set.of()).stamp(targets));
    Optional<List<String>> before = site.store().ids();
    if (before.isEmpty()) {
      site.store().create();
    }
    site.session()
        .inTransaction(
            () -> {
              site.store().clear();
              record(
                  site,
                  situation,
                  Set.of(),
                  recorded,
                  Places.of(History.none(), Set.of(), recorded, situation.graph()));
            },
            failure -> Session.failed("the history could not be committed", failure));
    List<RevisionId> removed =
        before.orElse(List.of()).stream()
            .filter(id -> recorded.stream().noneMatch(other -> other.value().equals(id)))
            .map(RevisionId::of)
            .toList();
    return new StampOutcome(recorded, removed);
  }

  private static void record(
      Site site,
      Situation situation,
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

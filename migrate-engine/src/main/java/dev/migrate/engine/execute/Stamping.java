package dev.migrate.engine.execute;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.graph.Target;
import dev.migrate.engine.graph.Targets;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.plan.Situation;
import dev.migrate.report.Direction;
import dev.migrate.report.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Records revisions as applied or not, without running anything. */
final class Stamping {

  private Stamping() {}

  static Outcome run(Site site, Collection<Target> targets, long begin) {
    History history = site.store().read();
    Situation situation = site.situation(history, history.done());
    Set<RevisionId> wanted = Targets.of(situation.graph(), situation.applied()).stamp(targets);
    if (!history.exists()) {
      site.store().create();
    }
    List<RevisionId> changed = new ArrayList<>();
    site.session()
        .inTransaction(
            () -> record(site, history, situation, wanted, changed),
            failure -> Session.failed("the history could not be committed", failure));
    return new Outcome(
        Direction.UP, changed, situation.unknown(), Duration.ofNanos(System.nanoTime() - begin));
  }

  private static void record(
      Site site,
      History history,
      Situation situation,
      Set<RevisionId> wanted,
      List<RevisionId> changed) {
    for (HistoryEntry entry : history.entries()) {
      if (!wanted.contains(entry.id()) || entry.flight().isPresent()) {
        site.store().delete(entry);
        changed.add(entry.id());
      }
    }
    long position = history.nextPosition();
    for (RevisionId id : wanted) {
      if (!history.done().contains(id)) {
        Recording recording = situation.recording(id);
        site.store()
            .insert(
                site.bookkeeping().entry(situation.graph().lineage(id), recording, position),
                site.bookkeeping().operations(recording));
        changed.remove(id);
        changed.add(id);
        position++;
      }
    }
  }
}

package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.context.CallContext;
import dev.migrate.engine.execute.Executor;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.resume.Resumption;
import dev.migrate.error.Facts;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Settlement;
import java.util.List;
import java.util.Optional;

/** Records what the user found out about a statement in doubt. */
final class Settling {

  private Settling() {}

  static void run(CallContext site, RevisionId id, Settlement answer) {
    History history = site.store().read();
    HistoryEntry entry =
        history
            .entry(id)
            .filter(Settling::isInDoubt)
            .orElseThrow(() -> nothingInDoubt(id, history));
    Flight flight = entry.flight().orElseThrow();
    Flight settled =
        answer == Settlement.EXECUTED
            ? new Resumption(site, history, new Executor(site)).after(entry)
            : new Flight(flight.statement(), flight.digest(), Optional.empty());
    site.store().move(entry, entry.inFlight(entry.state(), settled));
  }

  private static boolean isInDoubt(HistoryEntry entry) {
    return entry.flight().flatMap(Flight::session).isPresent();
  }

  private static HistoryException nothingInDoubt(RevisionId id, History history) {
    List<RevisionId> inDoubt =
        history.inFlight().stream().filter(Settling::isInDoubt).map(HistoryEntry::id).toList();
    boolean settled = history.entry(id).flatMap(HistoryEntry::flight).isPresent();
    return new HistoryException(
        Facts.of("no statement of revision " + id + " is in doubt" + (settled ? " any more" : ""))
            .with("in doubt", inDoubt.isEmpty() ? "nothing" : inDoubt.toString())
            .with("left", "nothing was changed")
            .next(
                settled
                    ? "call upgrade() or downgrade(…), which goes on"
                    : "name the revision that the error named"),
        List.of(id),
        null);
  }
}

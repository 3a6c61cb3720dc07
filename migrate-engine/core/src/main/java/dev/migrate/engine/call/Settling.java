package dev.migrate.engine.call;

import dev.migrate.RevisionId;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.resume.BegunRevisions;
import dev.migrate.error.Facts;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Settlement;
import java.util.List;
import java.util.Optional;

/** Records what the user found out about a statement in doubt. */
public final class Settling {

  private final RevisionId id;
  private final Settlement answer;

  /** Answers whether a statement in doubt was executed. */
  public Settling(RevisionId id, Settlement answer) {
    this.id = id;
    this.answer = answer;
  }

  /** Records the answer; returns what the history now has of the revision. */
  public HistoryEntry record(CallConnection connection) {
    History history = connection.store().read();
    HistoryEntry entry =
        history
            .entry(id)
            .filter(Settling::isInDoubt)
            .orElseThrow(() -> nothingInDoubt(id, history));
    Flight flight = entry.flight().orElseThrow();
    Flight settled =
        answer == Settlement.EXECUTED
            ? new BegunRevisions(connection, history).after(entry)
            : new Flight(flight.statement(), flight.digest(), Optional.empty());
    HistoryEntry answered = entry.inFlight(entry.state(), settled);
    connection.store().move(entry, answered);
    return answered;
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
        List.of(id));
  }
}

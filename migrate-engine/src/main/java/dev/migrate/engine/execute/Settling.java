package dev.migrate.engine.execute;

import dev.migrate.RevisionId;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.error.Facts;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Settlement;
import java.util.List;
import java.util.Optional;

/** Takes down what the user found out about a statement in doubt. */
final class Settling {

  private Settling() {}

  static void run(Site site, RevisionId id, Settlement answer) {
    History history = site.store().read();
    HistoryEntry entry =
        history
            .entry(id)
            .filter(row -> row.flight().isPresent())
            .orElseThrow(
                () ->
                    new HistoryException(
                        Facts.of("no statement of revision " + id + " is in doubt")
                            .with("in doubt", inDoubt(history))
                            .with("left", "nothing was changed")
                            .next("name the revision that the error named"),
                        List.of(id),
                        null));
    if (answer == Settlement.NOT_EXECUTED) {
      Flight flight = entry.flight().orElseThrow();
      site.store()
          .advance(
              entry,
              new Flight(flight.statement(), flight.digest(), Optional.of(Resumption.SETTLED)));
    } else {
      new Resumption(site, history, new Executor(site)).skip(entry);
    }
  }

  private static String inDoubt(History history) {
    List<RevisionId> ids = history.inFlight().stream().map(HistoryEntry::id).toList();
    return ids.isEmpty() ? "nothing" : ids.toString();
  }
}

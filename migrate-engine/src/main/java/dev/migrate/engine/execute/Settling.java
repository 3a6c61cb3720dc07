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

  private static final Optional<String> SETTLED = Optional.of(Resumption.SETTLED);

  private Settling() {}

  static void run(Site site, RevisionId id, Settlement answer) {
    History history = site.store().read();
    HistoryEntry entry =
        history
            .entry(id)
            .filter(row -> row.flight().isPresent())
            .orElseThrow(
                () ->
                    refused(
                        "no statement of revision " + id + " is in doubt",
                        id,
                        history,
                        "name the revision that the error named"));
    Flight flight = entry.flight().orElseThrow();
    if (flight.session().equals(SETTLED)) {
      throw refused(
          "it was said already; statement "
              + flight.statement()
              + " of revision "
              + id
              + " is next",
          id,
          history,
          "call upgrade() or downgrade(…), which goes on there");
    }
    Flight settled =
        answer == Settlement.EXECUTED
            ? new Resumption(site, history, new Executor(site)).behind(entry)
            : new Flight(flight.statement(), flight.digest(), SETTLED);
    site.store().move(entry, entry.flying(entry.state(), settled));
  }

  private static HistoryException refused(
      String headline, RevisionId id, History history, String next) {
    List<RevisionId> inDoubt =
        history.inFlight().stream()
            .filter(row -> !row.flight().flatMap(Flight::session).equals(SETTLED))
            .map(HistoryEntry::id)
            .toList();
    return new HistoryException(
        Facts.of(headline)
            .with("in doubt", inDoubt.isEmpty() ? "nothing" : inDoubt.toString())
            .with("left", "nothing was changed")
            .next(next),
        List.of(id),
        null);
  }
}

package dev.migrate.engine.call;

import dev.migrate.engine.check.AppliedOrder;
import dev.migrate.engine.check.RecordedEdges;
import dev.migrate.engine.check.UnchangedRevisions;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.ProgressLog;
import dev.migrate.engine.history.History;
import dev.migrate.engine.plan.AppliedState;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A start with nothing to do: one statement and no lock where everything required is done, nothing
 * is in flight, and nothing was changed.
 */
final class IdleStart {

  private final CallConnection connection;
  private final CodeRevisions known;
  private boolean isRead;
  private boolean isFirst;

  IdleStart(CallConnection connection) {
    this.connection = connection;
    this.known = connection.settings().known();
  }

  /** Whether {@link #outcome} found, and did not only assume, a database without a history. */
  boolean isFirst() {
    return isFirst;
  }

  /** The outcome of a migration that has nothing to do; empty if it has, or that is not certain. */
  Optional<Outcome> outcome(Migration migration, long begin) {
    History history = read();
    isFirst = isRead && !history.exists();
    if (!history.exists()
        || !history.inFlight().isEmpty()
        || !connection.session().readsCommitted()
        || !UnchangedRevisions.isUnchanged(known, history, connection.dialect().names())) {
      return Optional.empty();
    }
    AppliedState state = connection.state(history, history.done());
    if (!migration.revisions(state).isEmpty() || !RecordedEdges.areSettled(known, history, state)) {
      return Optional.empty();
    }
    if (state.unknown().isEmpty()) {
      AppliedOrder.require(state);
    }
    ProgressLog progress = connection.settings().progress();
    progress.ahead(state.unknown());
    progress.upToDate(() -> state.targets().current());
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    return Optional.of(new Outcome(migration.direction(), List.of(), state.unknown(), duration));
  }

  /** What cannot be read answers nothing: whether there is a schema at all is asked next. */
  private History read() {
    try {
      History history = connection.store().read();
      isRead = true;
      return history;
    } catch (DatabaseException failure) {
      boolean busy =
          failure.getCause() instanceof SQLException database
              && connection.dialect().isBusy(database);
      connection.settle();
      if (busy || connection.session().place().isAmbiguous()) {
        return History.none(); // read again under the lock, by its full name
      }
      throw failure;
    }
  }
}

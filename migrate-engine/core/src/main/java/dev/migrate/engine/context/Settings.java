package dev.migrate.engine.context;

import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.history.HistoryTable;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.error.Arguments;
import dev.migrate.report.MigrationListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a migrator was built with. Immutable.
 *
 * @param known the revisions that the code has
 * @param table the history table
 * @param dialect the dialect, if the user handed one over
 * @param listeners the listeners for progress events
 * @param lockTimeout how long to wait for another process that migrates
 * @param statementLocks how long statements wait for locks of other sessions; empty for as long as
 *     the session itself has it
 * @param lease whether the lock is a lease
 * @param clock the clock for the time at which a revision is applied
 * @param undoesUnknownSql whether raw SQL from the history may be run to undo a revision that the
 *     code does not know
 * @param accepted the pairs of revisions that may run in any order although they conflict, each
 *     with the reason
 */
public record Settings(
    CodeRevisions known,
    HistoryTable table,
    Optional<Dialect> dialect,
    List<MigrationListener> listeners,
    Duration lockTimeout,
    Optional<StatementLocks> statementLocks,
    LeaseChoice lease,
    Clock clock,
    boolean undoesUnknownSql,
    Map<Set<RevisionId>, String> accepted) {

  /** Copies. */
  public Settings {
    listeners = List.copyOf(listeners);
    accepted = Map.copyOf(accepted);
  }

  /** These settings with one more listener. */
  public Settings listening(MigrationListener listener) {
    List<MigrationListener> more = new ArrayList<>(listeners);
    more.add(Arguments.requireGiven(listener, "the listener"));
    return new Settings(
        known,
        table,
        dialect,
        more,
        lockTimeout,
        statementLocks,
        lease,
        clock,
        undoesUnknownSql,
        accepted);
  }

  /** Reports what a call does. */
  public ProgressLog progress() {
    return new ProgressLog(listeners);
  }
}

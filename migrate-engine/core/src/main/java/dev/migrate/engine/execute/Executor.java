package dev.migrate.engine.execute;

import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.RunCounters;
import dev.migrate.engine.history.History;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.report.Outcome;
import dev.migrate.report.Script;
import dev.migrate.report.ScriptStep;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs revisions on one connection and keeps their rows in the history. Not thread-safe. */
public final class Executor {

  private final CallConnection connection;
  private final HistoryEntries entries;
  private final History history;
  private final RunCounters progress;
  private final SessionLockTimeout timeout;
  private final Decision decision;

  /**
   * An executor.
   *
   * @param entries makes the rows of revisions that run
   * @param history the history as it is before
   * @param progress what ran before in the same call
   * @param decision decides about statements that timed out
   */
  public Executor(
      CallConnection connection,
      HistoryEntries entries,
      History history,
      RunCounters progress,
      Decision decision) {
    this.connection = connection;
    this.entries = entries;
    this.history = history;
    this.progress = progress;
    this.timeout =
        new SessionLockTimeout(connection.session(), connection.settings().statementLocks());
    this.decision = decision;
  }

  /**
   * Runs a script, one revision after the other.
   *
   * @param check looks at the database before each revision
   * @return what the call did so far
   */
  public Outcome run(Script script, Consumer<ScriptStep> check) {
    if (script.steps().isEmpty()) {
      return progress.outcome(List.of());
    }
    if (!history.exists()) {
      connection.store().create();
    }
    timeout.set();
    try {
      progress.expect(script.steps().size());
      long position = history.nextPosition();
      for (ScriptStep step : script.steps()) {
        retry(step).run(1, () -> check.accept(step));
        progress.begin();
        progress.started(step.step());
        revision(step, history.entry(step.step().id()), position).run();
        progress.finished(step.step());
        position++;
      }
    } catch (RuntimeException | Error failure) {
      timeout.restoreAfter(failure);
      throw failure;
    }
    timeout.restore();
    return progress.outcome(List.of());
  }

  /** Runs what is left of a revision that a run before began; its row says how far it is. */
  public void resume(ScriptStep step, HistoryEntry entry) {
    limited(revision(step, Optional.of(entry), entry.position())::run);
  }

  /** Removes what an attempt that failed may have left of the first statement of a revision. */
  public void cleanUp(ScriptStep step) {
    StatementRunner statements = new StatementRunner(connection, step);
    limited(() -> retry(step).run(1, () -> statements.cleanUp(1)));
  }

  private void limited(Runnable work) {
    timeout.set();
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      timeout.restoreAfter(failure);
      throw failure;
    }
    timeout.restore();
  }

  private LockRetry retry(ScriptStep step) {
    return new LockRetry(connection, progress, step, () -> false);
  }

  private RevisionRun revision(ScriptStep step, Optional<HistoryEntry> entry, long position) {
    RevisionRow row = new RevisionRow(connection.store(), entries, step.step(), entry, position);
    return new RevisionRun(connection, progress, step, row, timeout, decision);
  }
}

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

  /**
   * An executor.
   *
   * @param entries makes the rows of revisions that run
   * @param history the history as it is before
   * @param progress what ran before in the same call
   */
  public Executor(
      CallConnection connection, HistoryEntries entries, History history, RunCounters progress) {
    this.connection = connection;
    this.entries = entries;
    this.history = history;
    this.progress = progress;
  }

  /**
   * Runs a script, one revision after the other.
   *
   * @param check looks at the database before each revision
   * @return what the call did so far
   */
  public Outcome run(Script script, Consumer<ScriptStep> check) {
    if (!history.exists() && !script.steps().isEmpty()) {
      connection.store().create();
    }
    progress.expect(script.steps().size());
    long position = history.nextPosition();
    for (ScriptStep step : script.steps()) {
      check.accept(step);
      progress.begin();
      progress.started(step.step());
      revision(step, history.entry(step.step().id()), position).run();
      progress.finished(step.step());
      position++;
    }
    return progress.outcome(List.of());
  }

  /** Runs what is left of a revision that a run before began; its row says how far it is. */
  public void resume(ScriptStep step, HistoryEntry entry) {
    revision(step, Optional.of(entry), entry.position()).run();
  }

  /** Removes what an attempt that failed may have left of the first statement of a revision. */
  public void cleanUp(ScriptStep step) {
    new StatementRunner(connection, step).cleanUp(1);
  }

  private RevisionRun revision(ScriptStep step, Optional<HistoryEntry> entry, long position) {
    RevisionRow row = new RevisionRow(connection.store(), entries, step.step(), entry, position);
    return new RevisionRun(connection, progress, step, row);
  }
}

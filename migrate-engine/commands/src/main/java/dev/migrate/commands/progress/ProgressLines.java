package dev.migrate.commands.progress;

import dev.migrate.error.Facts;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.RevisionFinished;
import dev.migrate.report.MigrationEvent.RevisionStarted;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.MigrationEvent.StatementExecuted;
import dev.migrate.report.PlanStep;
import java.io.PrintStream;
import java.time.Duration;

/** One line for each revision, and one for each statement that took long. */
final class ProgressLines implements Progress {

  private static final Duration LONG = Duration.ofSeconds(5);
  private static final int COLUMNS = 60;

  private final PrintStream err;

  ProgressLines(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void on(MigrationEvent event) {
    if (event instanceof RevisionStarted started) {
      PlanStep step = started.step();
      err.println(
          RunState.verb(step)
              + " "
              + started.number()
              + " of "
              + started.total()
              + ": "
              + RunState.named(step));
    } else if (event instanceof StatementExecuted statement && isLong(statement.duration())) {
      String sql = ProgressText.oneLine(statement.statement().sql());
      err.println(
          "  statement "
              + statement.number()
              + " of "
              + statement.total()
              + " took "
              + ProgressText.duration(statement.duration())
              + ": "
              + ProgressText.cut(sql, COLUMNS));
    } else if (event instanceof StatementDelayed delayed) {
      err.println(
          "  statement "
              + delayed.number()
              + " of "
              + delayed.total()
              + " waits for other sessions ("
              + (delayed.sessions().isEmpty() ? "not known which" : Facts.shown(delayed.sessions()))
              + "); next attempt in "
              + ProgressText.duration(delayed.pause()));
    } else if (event instanceof RevisionFinished finished && isLong(finished.duration())) {
      err.println("  done in " + ProgressText.duration(finished.duration()));
    }
  }

  private static boolean isLong(Duration duration) {
    return duration.compareTo(LONG) >= 0;
  }

  @Override
  public void clear() {
    err.flush();
  }

  @Override
  public void end() {
    err.flush();
  }
}

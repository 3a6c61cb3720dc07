package dev.migrate.commands.progress;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.RevisionFinished;
import dev.migrate.report.MigrationEvent.RevisionStarted;
import dev.migrate.report.PlanStep;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line on a terminal, written again a few times in a second, so that the time goes on while a
 * statement runs. The cursor waits at its start, so that a line of a log covers it.
 */
final class ProgressBar implements Progress {

  private static final int PERIOD = 200;

  private final Terminal terminal;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ProgressBar::daemon);
  private final long begin = System.nanoTime();
  private RunState state = RunState.BEFORE;
  private long revisionBegin = begin;
  private int written;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
    clock.scheduleAtFixedRate(this::draw, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "db-progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void on(MigrationEvent event) {
    state = state.after(event);
    if (event instanceof RevisionStarted) {
      revisionBegin = System.nanoTime();
    } else if (event instanceof RevisionFinished finished) {
      replace("");
      terminal
          .err()
          .println(
              terminal.errStyles().green("✓ ")
                  + ProgressText.cut(
                      RunState.verb(finished.step())
                          + " "
                          + RunState.named(finished.step())
                          + " ("
                          + ProgressText.duration(finished.duration())
                          + ")",
                      terminal.width() - 3));
    }
    draw();
  }

  private synchronized void draw() {
    if (!clock.isShutdown()) {
      state.step().ifPresent(step -> replace(line(step)));
    }
  }

  /** Writes over what the line has now. */
  private void replace(String line) {
    int columns = line.codePointCount(0, line.length());
    String rest = " ".repeat(Math.max(0, written - columns));
    terminal.err().print("\r" + line + rest + "\r");
    terminal.err().flush();
    written = columns;
  }

  private String line(PlanStep step) {
    Duration run = since(begin);
    StringBuilder text = new StringBuilder(ProgressText.bar(state.share()));
    text.append(' ').append(state.number()).append(" of ").append(state.total());
    if (state.statements() > 0) {
      int number = Math.min(state.executed() + 1, state.statements());
      text.append(", statement ").append(number).append(" of ").append(state.statements());
    }
    text.append(", ").append(ProgressText.duration(Duration.ofSeconds(run.toSeconds())));
    if (state.executed() > 0) {
      text.append(estimate());
    }
    text.append("  ").append(RunState.named(step));
    return ProgressText.cut(text.toString(), terminal.width() - 1);
  }

  /** How fast the statements of this revision are, and when it ends if the others are like them. */
  private String estimate() {
    Duration spent = since(revisionBegin);
    if (spent.toMillis() < PERIOD) {
      return "";
    }
    int left = state.statements() - state.executed();
    Duration rest = Duration.ofMillis(spent.toMillis() * left / state.executed());
    return ", "
        + ProgressText.rate(state.executed(), spent)
        + (left > 0 && rest.toSeconds() > 0 ? ", " + ProgressText.duration(rest) + " left" : "");
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  @Override
  public synchronized void clear() {
    replace("");
  }

  @Override
  public synchronized void close() {
    clock.shutdownNow();
    replace("");
  }
}

package dev.migrate.commands.progress;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.RevisionStarted;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.PlanStep;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One line on a terminal, written again a few times in a second, so that the time goes on while a
 * statement runs. The cursor waits at its start, so that a line of a log covers it.
 */
final class ProgressBar implements Progress {

  private static final int PERIOD = 200;
  private static final int FEW = 5;

  private final Terminal terminal;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(ProgressBar::daemon);
  private final ScheduledFuture<?> ticks;
  private final long begin = System.nanoTime();
  private RunState state = RunState.BEFORE;
  private long revisionBegin = begin;
  private long statementBegin = begin;
  private String shown = "";
  private boolean waits;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
    this.ticks = clock.scheduleAtFixedRate(this::draw, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "db-progress");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void on(MigrationEvent event) {
    state = state.after(event);
    statementBegin = System.nanoTime();
    waits = event instanceof StatementDelayed;
    if (event instanceof RevisionStarted) {
      revisionBegin = statementBegin;
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
    if (line.equals(shown)) {
      return;
    }
    String rest = " ".repeat(Math.max(0, columns(shown) - columns(line)));
    terminal.err().print("\r" + line + rest + "\r");
    terminal.err().flush();
    shown = line;
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  private String line(PlanStep step) {
    int width = terminal.width() - 1;
    StringBuilder text = new StringBuilder(ProgressText.bar(state.share(), width));
    text.append(' ').append(state.number()).append(" of ").append(state.total());
    if (state.statements() > 0) {
      int number = Math.min(state.executed() + 1, state.statements());
      text.append(", statement ").append(number).append(" of ").append(state.statements());
    }
    if (waits) {
      text.append(" waits for other sessions");
    }
    text.append(", ").append(ProgressText.seconds(since(begin))).append(estimate());
    text.append("  ").append(RunState.named(step));
    return ProgressText.cut(text.toString(), width);
  }

  /**
   * How fast the statements of this revision are, and when it ends if the others are like them.
   * That is not known after a few statements, or while one takes much longer than those before it.
   */
  private String estimate() {
    int executed = state.executed();
    int left = state.statements() - executed;
    if (executed < FEW || left == 0) {
      return "";
    }
    Duration spent = Duration.ofNanos(statementBegin - revisionBegin);
    Duration average = spent.dividedBy(executed);
    if (since(statementBegin).compareTo(average.multipliedBy(2).plusMillis(PERIOD)) > 0) {
      return "";
    }
    return ", "
        + ProgressText.rate(executed, spent)
        + ", about "
        + ProgressText.seconds(average.multipliedBy(left))
        + " left";
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  @Override
  public synchronized void clear() {
    replace("");
  }

  @Override
  public synchronized void end() {
    ticks.cancel(false);
    clock.shutdownNow();
    replace("");
  }
}

package dev.migrate.commands.progress;

import dev.migrate.RevisionId;
import dev.migrate.commands.advice.CommandWords;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.report.Direction;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RevisionState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Ends a run in order when the process is asked to end, with Ctrl-C for example: the statement that
 * runs may end, for a while; no other begins. What is left is printed before the process is gone.
 * Thread-safe; close it when the run has ended.
 */
public final class Interruption implements MigrationListener, AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Terminal terminal;
  private final String command;
  private final Progress progress;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "db-interruption");
  private volatile boolean requested;
  private volatile RunState state = RunState.BEFORE;

  private Interruption(Terminal terminal, String command, Progress progress) {
    this.terminal = terminal;
    this.command = command;
    this.progress = progress;
  }

  /**
   * Watches for the end of the process from now on.
   *
   * @param command what to run to continue, such as {@code db upgrade}
   * @param progress what is on the screen meanwhile
   */
  public static Interruption watched(Terminal terminal, String command, Progress progress) {
    Interruption interruption = new Interruption(terminal, command, progress);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException ending) {
      interruption.requested = true;
    }
    return interruption;
  }

  /** Whether the process was asked to end. */
  public boolean isRequested() {
    return requested;
  }

  @Override
  public void on(MigrationEvent event) {
    state = state.after(event);
    if (requested) {
      throw new StoppedException(
          Facts.of("stopped between two statements, because the process was asked to end"));
    }
  }

  /**
   * What to print about a run that ended because of the request, or failed before it could.
   *
   * @param history what the database has of a revision; empty if it cannot be asked any more
   */
  public String report(
      RuntimeException failure, Function<RevisionId, Optional<RevisionState>> history) {
    RunState now = state;
    if (failure instanceof MigrateException && !(failure instanceof StoppedException)) {
      return "interrupted, and failed meanwhile: "
          + CommandWords.in(String.valueOf(failure.getMessage()));
    }
    Facts facts = Facts.of("interrupted between two statements").with("done", now.shownDone());
    return now.step()
        .map(step -> facts.with("begun", step.title() + ": " + left(step, now, history)))
        .orElse(facts)
        .with("left", "no statement is in doubt")
        .next(command + " continues")
        .toString();
  }

  private static String left(
      PlanStep step, RunState now, Function<RevisionId, Optional<RevisionState>> history) {
    Optional<RevisionState> recorded = history.apply(step.id());
    if (recorded.isEmpty()) {
      return "it continues after its last statement, or was rolled back; the history knows";
    }
    return switch (recorded.get()) {
      case GOING_UP, GOING_DOWN ->
          "stopped after statement " + now.executed() + " of " + now.statements();
      case PENDING -> "rolled back, nothing of it is left";
      case DONE -> step.direction() == Direction.UP ? "done" : "rolled back, it is still applied";
    };
  }

  /** Runs while the JVM ends. */
  private void stop() {
    requested = true;
    progress.clear();
    terminal
        .err()
        .println(
            "Stopping after the statement that runs now; waiting for it for up to "
                + ProgressText.duration(GRACE)
                + ".");
    try {
      if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        progress.clear();
        terminal.err().println(abandoned());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    terminal.err().flush();
  }

  private String abandoned() {
    RunState now = state;
    Facts facts = Facts.of("interrupted while a statement runs").with("done", now.shownDone());
    return now.step()
        .map(step -> facts.with("begun", now.inFlight(step)))
        .orElse(facts)
        .with(
            "left",
            "what is done is recorded; the database may finish this statement, or roll it back")
        .next(
            command
                + " looks at the database and continues from there;\n"
                + "if it cannot see whether the statement ran, it stops until db settle records it")
        .toString();
  }

  @Override
  public void close() {
    ended.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The hook runs now, and ends by itself.
        return;
      }
    }
  }
}

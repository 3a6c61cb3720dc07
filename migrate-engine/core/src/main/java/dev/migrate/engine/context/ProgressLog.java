package dev.migrate.engine.context;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.PlanStep;
import dev.migrate.schema.SchemaDifference;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the progress of a run to the listeners and the log. Immutable. */
public final class ProgressLog {

  private static final Logger LOG = LoggerFactory.getLogger("dev.migrate");
  private static final int SHOWN = 12;

  private final List<MigrationListener> listeners;

  /** Progress for these listeners. */
  public ProgressLog(List<MigrationListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  public void started(PlanStep step, int number, int total) {
    tell(new MigrationEvent.RevisionStarted(step, number, total));
  }

  public void executed(PlanStep step, Statement statement, int number, int total, long nanos) {
    if (LOG.isDebugEnabled()) {
      LOG.debug("{} of {}: {}", number, total, Facts.shortened(statement.sql()));
    }
    tell(
        new MigrationEvent.StatementExecuted(
            step, statement, number, total, Duration.ofNanos(nanos)));
  }

  public void delayed(
      PlanStep step,
      Statement statement,
      int number,
      int total,
      List<BlockingSession> sessions,
      Duration pause) {
    if (LOG.isWarnEnabled()) {
      LOG.warn(
          "statement {} of {} of revision {} waits for other sessions ({}); next attempt in {} ms",
          number,
          total,
          step.title(),
          sessions.isEmpty() ? "not known which" : Facts.shown(sessions),
          pause.toMillis());
    }
    tell(new MigrationEvent.StatementDelayed(step, statement, number, total, sessions, pause));
  }

  /** A session in the way may belong to the caller, which waits for this call. */
  public void maybeOwn(BlockingSession session) {
    LOG.warn("this call may wait for its own caller: {}", session);
  }

  public void finished(PlanStep step, int number, int total, Duration duration) {
    LOG.info(
        "{} {} ({} of {}) in {} ms",
        step.direction() == Direction.UP ? "upgraded" : "downgraded",
        step.title(),
        number,
        total,
        duration.toMillis());
    tell(new MigrationEvent.RevisionFinished(step, number, total, duration));
  }

  /** Nothing was to be done. */
  public void upToDate(Supplier<? extends Collection<?>> current) {
    if (LOG.isInfoEnabled()) {
      LOG.info("the schema is up to date at {}", Facts.shown(current.get()));
    }
  }

  public void ahead(List<?> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    LOG.warn("the database is ahead of the code: {} applied but unknown", unknown);
  }

  public void late(Collection<?> revisions) {
    if (!revisions.isEmpty()) {
      LOG.warn("running {} late: what comes after is applied already", revisions);
    }
  }

  public void accepted(SchemaDifference difference, String reason) {
    LOG.warn(
        "recorded although the database differs ({}): {}",
        reason,
        difference.entries().stream().limit(SHOWN).map(SchemaDifference.Entry::what).toList());
  }

  public void resumed(String title, int statement) {
    LOG.warn("resuming revision {} at statement {}", title, statement);
  }

  public void takenBack(String title) {
    LOG.warn("revision {} had begun, and no statement of it was executed", title);
  }

  private void tell(MigrationEvent event) {
    listeners.forEach(listener -> listener.on(event));
  }
}

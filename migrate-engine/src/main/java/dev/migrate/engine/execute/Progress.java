package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.Step;
import dev.migrate.schema.SchemaDifference;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the progress of a run to the listeners and the log. Immutable. */
public final class Progress {

  private static final Logger LOG = LoggerFactory.getLogger("dev.migrate");
  private static final int SHOWN = 12;

  private final List<MigrationListener> listeners;

  /**
   * Progress for these listeners.
   *
   * @param listeners the listeners
   */
  public Progress(List<MigrationListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void started(Step step, int number, int total) {
    tell(new MigrationEvent.RevisionStarted(step, number, total));
  }

  void executed(Step step, Statement statement, int number, int total, long nanos) {
    if (LOG.isDebugEnabled()) {
      LOG.debug("{} of {}: {}", number, total, Facts.shortened(statement.sql()));
    }
    tell(
        new MigrationEvent.StatementExecuted(
            step, statement, number, total, Duration.ofNanos(nanos)));
  }

  void finished(Step step, int number, int total, Duration duration) {
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
  void upToDate(Supplier<? extends Collection<?>> current) {
    if (LOG.isInfoEnabled()) {
      LOG.info("the schema is up to date at {}", Facts.shown(current.get()));
    }
  }

  void ahead(List<?> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    LOG.warn("the database is ahead of the code: {} applied but unknown", unknown);
  }

  void late(Collection<?> revisions) {
    if (!revisions.isEmpty()) {
      LOG.warn("running {} late: what comes after is applied already", revisions);
    }
  }

  void accepted(SchemaDifference difference, String reason) {
    LOG.warn(
        "recorded although the database differs ({}): {}",
        reason,
        difference.entries().stream().limit(SHOWN).map(SchemaDifference.Entry::what).toList());
  }

  void resumed(String title, int statement) {
    LOG.warn("resuming revision {} at statement {}", title, statement);
  }

  void takenBack(String title) {
    LOG.warn("revision {} had begun, and no statement of it was executed", title);
  }

  private void tell(MigrationEvent event) {
    listeners.forEach(listener -> listener.on(event));
  }
}

package dev.migrate.report;

import dev.migrate.dialect.Statement;
import java.time.Duration;

/** A progress event. The kinds occur in this order for each revision. */
public sealed interface MigrationEvent {

  /**
   * A revision begins.
   *
   * @param number the number of the revision in the run, from 1
   * @param total the number of revisions in the run
   */
  record RevisionStarted(PlanStep step, int number, int total) implements MigrationEvent {}

  /**
   * A statement was executed.
   *
   * @param number the number of the statement in the revision, from 1
   * @param total the number of statements of the revision
   * @param duration the time that it took
   */
  record StatementExecuted(
      PlanStep step, Statement statement, int number, int total, Duration duration)
      implements MigrationEvent {}

  /**
   * A revision is done and recorded.
   *
   * @param number the number of the revision in the run, from 1
   * @param total the number of revisions in the run
   * @param duration the time that it took
   */
  record RevisionFinished(PlanStep step, int number, int total, Duration duration)
      implements MigrationEvent {}
}

package dev.migrate.report;

import dev.migrate.dialect.Statement;
import java.time.Duration;

/** Something that happens while revisions run, in this order for each revision. */
public sealed interface MigrationEvent {

  /**
   * A revision begins.
   *
   * @param number its number in the run, from 1
   * @param total how many revisions run
   */
  record RevisionStarted(PlanStep step, int number, int total) implements MigrationEvent {}

  /**
   * A statement was executed.
   *
   * @param number its number in the revision, from 1
   * @param total how many statements the revision has
   * @param duration how long it took
   */
  record StatementExecuted(
      PlanStep step, Statement statement, int number, int total, Duration duration)
      implements MigrationEvent {}

  /**
   * A revision is done and recorded.
   *
   * @param number its number in the run, from 1
   * @param total how many revisions run
   * @param duration how long it took
   */
  record RevisionFinished(PlanStep step, int number, int total, Duration duration)
      implements MigrationEvent {}
}

package dev.migrate.report;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A progress event. The kinds occur in this order for each revision, of which a statement is
 * reported as executed once, however often it is repeated.
 */
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
   * A statement waited too long for locks of other sessions, and is repeated after a pause; in a
   * transaction, the whole revision is.
   *
   * @param number the number of the statement in the revision, from 1
   * @param total the number of statements of the revision
   * @param sessions the sessions that may be in the way; empty if they are not known
   * @param pause the time until the next attempt
   */
  record StatementDelayed(
      PlanStep step,
      Statement statement,
      int number,
      int total,
      List<BlockingSession> sessions,
      Duration pause)
      implements MigrationEvent {

    /** Copies. */
    public StatementDelayed {
      sessions = List.copyOf(sessions);
    }
  }

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

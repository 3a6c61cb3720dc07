package dev.migrate.commands.progress;

import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.RevisionFinished;
import dev.migrate.report.MigrationEvent.RevisionStarted;
import dev.migrate.report.MigrationEvent.StatementExecuted;
import dev.migrate.report.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a run is, as its events tell. Immutable.
 *
 * @param done the revisions that ended, in order, as messages name them
 * @param step the revision that runs now; empty between two and before the first
 * @param number the number of the revision in the run, from 1; 0 before the first
 * @param total the number of revisions in the run
 * @param executed the number of statements of the revision that were executed
 * @param statements the number of its statements; 0 if it is not known yet
 * @param last the statement that was executed last in this revision
 */
record RunState(
    List<String> done,
    Optional<PlanStep> step,
    int number,
    int total,
    int executed,
    int statements,
    Optional<Statement> last) {

  static final RunState BEFORE =
      new RunState(List.of(), Optional.empty(), 0, 0, 0, 0, Optional.empty());

  RunState {
    done = List.copyOf(done);
  }

  RunState after(MigrationEvent event) {
    if (event instanceof RevisionStarted started) {
      return new RunState(
          done,
          Optional.of(started.step()),
          started.number(),
          started.total(),
          0,
          0,
          Optional.empty());
    }
    if (event instanceof StatementExecuted statement) {
      return new RunState(
          done,
          Optional.of(statement.step()),
          number,
          total,
          statement.number(),
          statement.total(),
          Optional.of(statement.statement()));
    }
    if (event instanceof RevisionFinished finished) {
      List<String> more = new ArrayList<>(done);
      more.add(finished.step().title());
      return new RunState(
          more, Optional.empty(), finished.number(), finished.total(), 0, 0, Optional.empty());
    }
    return this;
  }

  /** The share of the run that is done, from 0 to 1; every revision counts as much. */
  double share() {
    double here = statements == 0 ? 0 : (double) executed / statements;
    return total == 0 ? 0 : Math.min(1, (done.size() + here) / total);
  }

  /** What the run does: {@code upgrade} or {@code downgrade}. */
  static String verb(PlanStep step) {
    return step.direction() == Direction.UP ? "upgrade" : "downgrade";
  }

  /** The revision for people: its title and its message. */
  static String named(PlanStep step) {
    return step.title() + step.lineage().message().map(text -> ": " + text).orElse("");
  }

  /** The place of the statement that runs now, or the next one. */
  String inFlight(PlanStep here) {
    return here.title()
        + (statements == 0
            ? " at its first statement"
            : executed == statements
                ? " after its last statement"
                : " at statement " + (executed + 1) + " of " + statements);
  }

  String shownDone() {
    return Facts.shown(done);
  }
}

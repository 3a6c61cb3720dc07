package dev.migrate.engine.context;

import dev.migrate.RevisionId;
import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Statement;
import dev.migrate.report.Direction;
import dev.migrate.report.Outcome;
import dev.migrate.report.PlanStep;
import dev.migrate.report.RunException;
import dev.migrate.report.ScriptStep;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How far an upgrade or downgrade is: which revisions ended, how many there are, and since when it
 * and its current revision run. Reports that to the listeners and the log. Not thread-safe.
 */
public final class RunCounters {

  private final ProgressLog reports;
  private final Direction direction;
  private final long begin;
  private final Set<RevisionId> ended = new LinkedHashSet<>();
  private long revisionBegin;
  private int number;
  private int total;
  private int executed;

  /**
   * A run in which nothing has ended.
   *
   * @param begin when the call began, by {@link System#nanoTime}
   */
  public RunCounters(ProgressLog reports, Direction direction, long begin) {
    this.reports = reports;
    this.direction = direction;
    this.begin = begin;
    this.revisionBegin = begin;
  }

  public ProgressLog reports() {
    return reports;
  }

  /** So many revisions will run after those that ran. */
  public void expect(int more) {
    total = number + more;
  }

  /** From now on the next revision runs. */
  public void begin() {
    number++;
    executed = 0;
    revisionBegin = System.nanoTime();
  }

  /** How long the current revision runs. */
  public Duration elapsed() {
    return since(revisionBegin);
  }

  public void started(PlanStep step) {
    reports.started(step, number, total);
  }

  /** How long the call runs. */
  public Duration callElapsed() {
    return since(begin);
  }

  /**
   * A statement was executed: the one of this number, from 1. Nothing is reported a second time if
   * the revision is repeated.
   */
  public void executed(ScriptStep step, int statement, long nanos) {
    if (statement <= executed) {
      return;
    }
    executed = statement;
    List<Statement> all = step.statements();
    reports.executed(step.step(), all.get(statement - 1), statement, all.size(), nanos);
  }

  /** A statement waits for other sessions, and is repeated after a pause. */
  public void delayed(
      ScriptStep step, int statement, List<BlockingSession> sessions, Duration pause) {
    List<Statement> all = step.statements();
    reports.delayed(step.step(), all.get(statement - 1), statement, all.size(), sessions, pause);
  }

  public void finished(PlanStep step) {
    reports.finished(step, number, total, elapsed());
    if (step.direction() == direction) {
      ended.add(step.id());
    }
  }

  /** A revision is as the call wants it, though this run did not do it. */
  public void addEnded(RevisionId revision) {
    ended.add(revision);
  }

  /**
   * What was done so far.
   *
   * @param unknown revisions that the code does not know; those that ended are left out
   */
  public Outcome outcome(List<RevisionId> unknown) {
    return new Outcome(
        direction,
        List.copyOf(ended),
        unknown.stream().filter(id -> !ended.contains(id)).toList(),
        since(begin));
  }

  /** The failure, with what was done before it. */
  public RunException after(RunException failure) {
    return ended.isEmpty()
        ? failure
        : failure.after(new RunException.Done(direction, List.copyOf(ended)));
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}

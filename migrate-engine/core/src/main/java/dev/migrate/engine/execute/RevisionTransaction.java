package dev.migrate.engine.execute;

import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.RunCounters;
import dev.migrate.error.MigrateException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.SQLException;

/**
 * Statements of a revision in one transaction with its row: all that are left, or one that changes
 * only rows. Raw SQL and code among them are watched, since they may end the transaction. Not
 * thread-safe.
 */
final class RevisionTransaction {

  private final Session session;
  private final ScriptStep step;
  private final StatementRunner statements;
  private final EndedTransaction watch;
  private final RunCounters progress;
  private final Runnable confirmation;
  private final int last;
  private int number;
  private boolean undone;
  private long nanos;

  /**
   * A transaction that has not begun.
   *
   * @param first the number of its first statement
   * @param last the number of its last statement; below the first if there is none
   * @param confirmation says in the row that the last statement was executed
   */
  RevisionTransaction(
      Session session,
      ScriptStep step,
      StatementRunner statements,
      RevisionRow row,
      RunCounters progress,
      int first,
      int last,
      Runnable confirmation) {
    this.session = session;
    this.step = step;
    this.statements = statements;
    this.watch = new EndedTransaction(session, step, row);
    this.progress = progress;
    this.number = first;
    this.last = last;
    this.confirmation = confirmation;
  }

  /** Returns how many nanoseconds the last statement took. */
  long run() {
    try {
      session.inTransaction(this::work, this::uncommitted);
    } catch (RuntimeException failure) {
      RuntimeException explained = watch.explain(failure);
      undone = explained == failure;
      throw explained;
    }
    return nanos;
  }

  /** Whether it failed and was rolled back as a whole; not if a statement ended it. */
  boolean wasUndone() {
    return undone;
  }

  private void work() {
    try {
      for (; number <= last; number++) {
        boolean isForeign = statements.isForeign(number);
        statements.prepare(number);
        if (isForeign) {
          watch.begin(number);
        }
        try {
          nanos = statements.execute(number);
        } catch (StatementException failure) {
          if (isForeign) {
            watch.failed();
          }
          throw failure;
        }
        if (isForeign && !watch.goesOn()) {
          throw statements.failed(number, new IllegalStateException("the transaction ended"));
        }
        if (step.inOneTransaction()) {
          progress.executed(step, number, nanos);
        }
      }
      confirmation.run();
    } catch (StatementException failure) {
      throw step.inOneTransaction() ? swallowed(failure) : failure;
    } catch (DatabaseException failure) {
      throw swallowed(failure);
    }
  }

  private RuntimeException swallowed(MigrateException failure) {
    int executed = Math.min(number, last);
    return StatementFailures.ofSwallowed(session.dialect(), step, executed, failure);
  }

  private StatementException uncommitted(SQLException failure) {
    return StatementFailures.ofCommit(session.dialect(), step, Math.max(1, last), failure);
  }
}

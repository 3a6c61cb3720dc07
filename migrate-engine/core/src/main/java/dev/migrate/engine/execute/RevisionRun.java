package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.dialect.StatementWaiting.AfterTimeout;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.RunCounters;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.report.RunException;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.util.List;
import java.util.Optional;

/**
 * One revision while it runs: its statements, its row in the history, and what the session has to
 * be meanwhile. Not thread-safe; used once.
 *
 * <p>Where changes of the schema are part of a transaction, the revision and its row are one. Where
 * they are not, the row says before each statement which one comes next; it is also the
 * confirmation of the one before. Rows of data are always changed in one transaction with the
 * history.
 */
final class RevisionRun {

  private final CallConnection connection;
  private final Session session;
  private final RunCounters progress;
  private final ScriptStep step;
  private final StatementRunner statements;
  private final RevisionRow row;
  private final SessionLockTimeout timeout;
  private final StatementWaiting waiting;
  private final Decision decision;
  private Optional<RevisionTransaction> latest = Optional.empty();
  private List<String> digests = List.of();

  RevisionRun(
      CallConnection connection,
      RunCounters progress,
      ScriptStep step,
      RevisionRow row,
      SessionLockTimeout timeout,
      Decision decision) {
    this.connection = connection;
    this.session = connection.session();
    this.progress = progress;
    this.step = step;
    this.statements = new StatementRunner(connection, step);
    this.row = row;
    this.timeout = timeout;
    this.waiting = session.dialect().statementWaiting();
    this.decision = decision;
  }

  /**
   * Runs what is left of the revision. A run before may have left part of a statement. What waits
   * too long for other sessions is repeated: a transaction as a whole, so that nothing of it holds
   * locks meanwhile.
   */
  void run() {
    LockRetry retry = retry();
    while (true) {
      try {
        attempt(retry.isAgain());
        return;
      } catch (RunException failure) {
        if (!step.inOneTransaction()) {
          throw failure;
        }
        retry.pauseAfter(1, failure);
      }
    }
  }

  private void attempt(boolean again) {
    if (again) {
      row.read();
    }
    int next = row.inFlight().map(Flight::statement).orElse(1);
    SessionGuard guard = new SessionGuard(session, step);
    try {
      SessionSettings settings = SessionSettings.set(session, step.settings());
      try {
        if (row.inFlight().isPresent()) {
          statements.cleanUp(next);
        }
        if (step.inOneTransaction()) {
          connection.place().begin();
          transaction(next, statements.total(), this::end).run();
        } else {
          runStepwise(next);
        }
      } catch (RuntimeException | Error failure) {
        settings.restoreAfter(failure);
        throw failure;
      }
      settings.restore();
    } catch (RuntimeException | Error failure) {
      guard.restoreAfter(failure);
      throw failure;
    }
    guard.restore();
  }

  private LockRetry retry() {
    latest = Optional.empty();
    return new LockRetry(
        connection, progress, step, () -> latest.filter(it -> !it.wasUndone()).isPresent());
  }

  private void end() {
    row.end(progress.elapsed());
  }

  private RevisionTransaction transaction(int first, int last, Runnable confirmation) {
    RevisionTransaction next =
        new RevisionTransaction(
            session, step, statements, row, progress, first, last, confirmation);
    latest = Optional.of(next);
    return next;
  }

  /**
   * Executes statement by statement; the row says which one is next. Listeners learn of a statement
   * after the history has it.
   */
  private void runStepwise(int first) {
    int total = statements.total();
    if (row.inFlight().isEmpty() && total > 0) {
      retry().run(1, () -> row.at(flight(1)));
    }
    connection.place().begin();
    if (first > total) {
      retry().run(total, this::end);
    }
    for (int number = first; number <= total; number++) {
      int next = number + 1;
      Runnable confirmation = next > total ? this::end : () -> row.at(flight(next));
      long nanos;
      try {
        nanos =
            changesRows(number)
                ? executeWithHistory(number, confirmation)
                : executeAlone(number, confirmation);
      } catch (StatementException failure) {
        pauseIfRefused(number, failure);
        throw failure;
      }
      try {
        progress.executed(step, number, nanos);
      } catch (RuntimeException | Error stop) {
        if (next <= total) {
          pause(stop);
        }
        throw stop;
      }
    }
  }

  private boolean changesRows(int number) {
    Kind kind = step.statements().get(number - 1).kind();
    return kind == Kind.DATA || kind == Kind.CODE;
  }

  private long executeWithHistory(int number, Runnable confirmation) {
    LockRetry retry = retry();
    while (true) {
      try {
        if (retry.isAgain()) {
          row.read();
        }
        return transaction(number, number, confirmation).run();
      } catch (RunException failure) {
        retry.pauseAfter(number, failure);
      }
    }
  }

  private long executeAlone(int number, Runnable confirmation) {
    AfterTimeout after = waiting.afterTimeout(step.statements().get(number - 1));
    long nanos =
        after == AfterTimeout.UNKNOWN
            ? timeout.without(() -> execute(number))
            : executeRepeatedly(number, after);
    retry().run(number, confirmation);
    return nanos;
  }

  /** A statement that did nothing is not in doubt. */
  private long executeRepeatedly(int number, AfterTimeout after) {
    LockRetry retry = retry();
    try {
      while (true) {
        try {
          return retry.isAgain() ? executeAgain(number, after) : execute(number);
        } catch (RunException failure) {
          retry.pauseAfter(number, failure);
        }
      }
    } catch (RuntimeException | Error failure) {
      if (after == AfterTimeout.NOTHING_DONE && retry.wasRefused()) {
        pause(failure);
      }
      throw failure;
    }
  }

  private long executeAgain(int number, AfterTimeout after) {
    if (after == AfterTimeout.DECIDABLE && decision.wasExecuted(step, number)) {
      return 0;
    }
    statements.cleanUp(number);
    return execute(number);
  }

  private long execute(int number) {
    statements.prepare(number);
    long nanos = statements.execute(number);
    if (statements.isForeign(number)) {
      statements.requireNoTransaction(number);
    }
    return nanos;
  }

  /** Raw SQL that the database did not even understand is not in doubt. */
  private void pauseIfRefused(int number, StatementException failure) {
    Statement statement = step.statements().get(number - 1);
    if (StatementFailures.wasRefused(statement, failure.getCause())) {
      pause(failure);
    }
  }

  /** Records that the next statement was not begun, so that it is not in doubt. */
  private void pause(Throwable stop) {
    Flight flight = row.inFlight().orElseThrow();
    try {
      row.at(new Flight(flight.statement(), flight.digest(), Optional.empty()));
    } catch (RuntimeException second) {
      stop.addSuppressed(second);
    }
  }

  private Flight flight(int number) {
    if (digests.isEmpty()) {
      digests = StatementDigest.ofEach(step.statements());
    }
    return new Flight(number, digests.get(number - 1), Optional.of(connection.self()));
  }
}

package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Cleanup;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.connect.PlaceKeeper;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallContext;
import dev.migrate.engine.context.Progress;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.render.HistoryEntries;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.PlanStep;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the steps of a script on one connection and keeps the history. Not thread-safe.
 *
 * <p>Where changes of the schema are part of a transaction, a revision and its row are one. Where
 * they are not, the row says before each statement which one comes next; it is also the
 * confirmation of the one before. Rows of data are always changed in one transaction with the
 * history.
 */
public final class Executor {

  private final Session session;
  private final HistoryStore history;
  private final HistoryEntries bookkeeping;
  private final Progress progress;
  private final Supplier<String> self;
  private final SessionSettings surroundings;
  private final SessionGuard guard;
  private final PlaceKeeper place;

  public Executor(CallContext site) {
    this.session = site.session();
    this.history = site.store();
    this.bookkeeping = site.bookkeeping();
    this.progress = site.progress();
    this.self = site::self;
    this.surroundings = new SessionSettings(session);
    this.guard = new SessionGuard(session);
    this.place = site.place();
  }

  /** Runs one revision from its first statement on. */
  public void run(
      ScriptStep script, Optional<HistoryEntry> applied, long position, int number, int of) {
    long begin = System.nanoTime();
    PlanStep step = script.step();
    RevisionRow row = new RevisionRow(history, bookkeeping, step, applied, position);
    progress.started(step, number, of);
    during(
        script,
        () -> {
          if (script.inOneTransaction()) {
            runAtOnce(script, row, 1, begin);
          } else if (script.statements().isEmpty()) {
            row.end(Duration.ZERO);
          } else {
            row.at(flight(script.statements(), 1));
            runStepwise(script, row, 1, begin);
          }
        });
    progress.finished(step, number, of, since(begin));
  }

  /** Goes on with a revision that a run before left in the middle. */
  public void runAgain(ScriptStep script, HistoryEntry departed, long begin) {
    Optional<HistoryEntry> written = Optional.of(departed);
    RevisionRow row =
        new RevisionRow(history, bookkeeping, script.step(), written, departed.position());
    int first = departed.flight().orElseThrow().statement();
    during(
        script,
        () -> {
          cleanUp(script, first);
          if (script.inOneTransaction()) {
            runAtOnce(script, row, first, begin);
          } else {
            runStepwise(script, row, first, begin);
          }
        });
  }

  private void during(ScriptStep script, Runnable work) {
    guard.during(script, () -> surroundings.during(script.settings(), work));
  }

  /** The revision, or what is left of it, in one transaction with its row. */
  private void runAtOnce(ScriptStep script, RevisionRow row, int first, long begin) {
    List<Statement> statements = script.statements();
    place.begin();
    EndedTransaction watch = new EndedTransaction(session, script, row);
    try {
      session.inTransaction(
          () -> {
            int number = first;
            try {
              for (; number <= statements.size(); number++) {
                told(script, number, executeInTransaction(script, number, watch));
              }
              row.end(since(begin));
            } catch (StatementException | DatabaseException failure) {
              throw StatementFailures.ofSwallowed(
                  session.dialect(), script, Math.min(number, statements.size()), failure);
            }
          },
          failure ->
              StatementFailures.ofCommit(
                  session.dialect(), script, Math.max(1, statements.size()), failure));
    } catch (RuntimeException failure) {
      throw watch.explain(failure);
    }
  }

  /** Raw SQL and code are watched: they may end the transaction. */
  private long executeInTransaction(ScriptStep script, int number, EndedTransaction watch) {
    if (!script.statements().get(number - 1).isForeign()) {
      return executeTyped(script, number);
    }
    place.beforeForeign();
    watch.begin(number);
    long nanos;
    try {
      nanos = execute(script, number);
    } catch (StatementException failure) {
      watch.failed();
      throw failure;
    }
    if (!watch.goesOn()) {
      throw StatementFailures.ofStatement(
          session.dialect(), script, number, new IllegalStateException("the transaction ended"));
    }
    return nanos;
  }

  /** Removes what an attempt that failed may have left of a statement, if it surely is its own. */
  public void cleanUp(ScriptStep script, int number) {
    List<Statement> statements = script.statements();
    Optional<Cleanup> cleanup =
        number > statements.size() ? Optional.empty() : statements.get(number - 1).cleanup();
    if (cleanup.isPresent()) {
      try (var sql = session.connection().createStatement()) {
        sql.setEscapeProcessing(false);
        boolean remains;
        try (ResultSet found = sql.executeQuery(cleanup.orElseThrow().query())) {
          remains = found.next();
        }
        if (remains) {
          sql.execute(cleanup.orElseThrow().removal());
        }
      } catch (SQLException failure) {
        throw StatementFailures.ofStatement(session.dialect(), script, number, failure);
      }
    }
  }

  /**
   * Goes on with a revision whose row says which statement is next. Listeners learn of a statement
   * after the history has it.
   */
  private void runStepwise(ScriptStep script, RevisionRow row, int first, long begin) {
    int total = script.statements().size();
    place.begin();
    if (first > total) {
      row.end(since(begin));
    }
    for (int number = first; number <= total; number++) {
      Optional<Flight> next =
          number == total ? Optional.empty() : Optional.of(flight(script.statements(), number + 1));
      Runnable confirmation = () -> next.ifPresentOrElse(row::at, () -> row.end(since(begin)));
      long nanos = executeOrPause(script, number, confirmation, row);
      try {
        told(script, number, nanos);
      } catch (RuntimeException | Error stop) {
        if (next.isPresent()) {
          pause(row, stop);
        }
        throw stop;
      }
    }
  }

  /** Records that the next statement was not begun, so that it is not in doubt. */
  private void pause(RevisionRow row, Throwable stop) {
    Flight flight = row.written().flatMap(HistoryEntry::flight).orElseThrow();
    try {
      row.at(new Flight(flight.statement(), flight.digest(), Optional.empty()));
    } catch (RuntimeException second) {
      stop.addSuppressed(second);
    }
  }

  /** Raw SQL that the database did not even understand is not in doubt. */
  private long executeOrPause(
      ScriptStep script, int number, Runnable confirmation, RevisionRow row) {
    Statement statement = script.statements().get(number - 1);
    try {
      return statement.kind() == Kind.DATA || statement.kind() == Kind.CODE
          ? executeWithRow(script, number, confirmation, row)
          : executeAlone(script, number, confirmation);
    } catch (StatementException failure) {
      if (StatementFailures.wasRefused(statement, failure.getCause())) {
        pause(row, failure);
      }
      throw failure;
    }
  }

  private long executeAlone(ScriptStep script, int number, Runnable confirmation) {
    long nanos;
    if (script.statements().get(number - 1).isForeign()) {
      place.beforeForeign();
      nanos = execute(script, number);
      requireNoTransaction(script, number);
    } else {
      nanos = executeTyped(script, number);
    }
    confirmation.run();
    return nanos;
  }

  private long executeTyped(ScriptStep script, int number) {
    place.beforeTyped();
    long nanos = execute(script, number);
    place.afterTyped(script.statements().get(number - 1));
    return nanos;
  }

  /** Executes and confirms in one transaction: only rows are changed. */
  private long executeWithRow(
      ScriptStep script, int number, Runnable confirmation, RevisionRow row) {
    EndedTransaction watch = new EndedTransaction(session, script, row);
    long[] nanos = {0};
    try {
      session.inTransaction(
          () -> {
            try {
              nanos[0] = executeInTransaction(script, number, watch);
              confirmation.run();
            } catch (DatabaseException failure) {
              throw StatementFailures.ofSwallowed(session.dialect(), script, number, failure);
            }
          },
          failure -> StatementFailures.ofCommit(session.dialect(), script, number, failure));
    } catch (RuntimeException failure) {
      throw watch.explain(failure);
    }
    return nanos[0];
  }

  private Flight flight(List<Statement> statements, int number) {
    return new Flight(number, StatementDigest.of(statements, number), Optional.of(self.get()));
  }

  /** How many nanoseconds it took. */
  private long execute(ScriptStep script, int number) {
    Statement statement = script.statements().get(number - 1);
    long begin = System.nanoTime();
    try {
      boolean autoCommit = session.connection().getAutoCommit();
      if (statement.kind() == Kind.CODE) {
        new CodeRun(session).run(statement);
      } else {
        try (var sql = session.connection().createStatement()) {
          // Verbatim: a literal may look like a JDBC escape such as {d '…'} (JDBC 4.3, 13.4).
          sql.setEscapeProcessing(false);
          if (statement.kind() == Kind.CHECK) {
            CheckFailure.requireNone(sql.executeQuery(statement.sql()));
          } else {
            sql.execute(statement.sql());
          }
        }
        if (statement.isForeign()) {
          requireSameMode(autoCommit);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw StatementFailures.ofStatement(session.dialect(), script, number, interrupted);
    } catch (Exception failure) {
      throw StatementFailures.ofStatement(session.dialect(), script, number, failure);
    }
    return System.nanoTime() - begin;
  }

  /** Raw SQL can begin or end a transaction, in which the history would be lost. */
  private void requireSameMode(boolean autoCommit) throws SQLException {
    if (session.connection().getAutoCommit() != autoCommit) {
      throw new SQLException("the statement switched auto-commit, or began or ended a transaction");
    }
  }

  /** A transaction that SQL began would hold what comes next, and the history, until it is lost. */
  private void requireNoTransaction(ScriptStep script, int number) {
    try {
      if (session.dialect().transactions().isOpen(session.connection())) {
        session.execute(List.of("ROLLBACK"), "the transaction cannot be rolled back");
        throw new SQLException(
            "the statement began a transaction and did not end it; that was rolled back");
      }
    } catch (SQLException failure) {
      throw StatementFailures.ofStatement(session.dialect(), script, number, failure);
    }
  }

  private void told(ScriptStep script, int number, long nanos) {
    Statement statement = script.statements().get(number - 1);
    progress.executed(script.step(), statement, number, script.statements().size(), nanos);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}

package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.Flight;
import dev.migrate.engine.history.HistoryEntry;
import dev.migrate.engine.history.HistoryStore;
import dev.migrate.engine.render.Bookkeeping;
import dev.migrate.engine.render.StatementDigest;
import dev.migrate.operation.RunCode;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Direction;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import dev.migrate.report.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs the steps of a script on one connection and keeps the history. Not thread-safe.
 *
 * <p>Where changes of the schema are part of a transaction, a revision and its row are one. Where
 * they are not, the row says before each statement which one comes next; it is also the
 * confirmation of the one before. Rows of data are always changed in one transaction with the
 * history.
 */
final class Executor {

  private final Session session;
  private final HistoryStore history;
  private final Bookkeeping bookkeeping;
  private final Progress progress;
  private final Optional<String> self;
  private final Surroundings surroundings;

  Executor(Site site) {
    this.session = site.session();
    this.history = site.store();
    this.bookkeeping = site.bookkeeping();
    this.progress = site.progress();
    this.self = Optional.of(site.self());
    this.surroundings = new Surroundings(session);
  }

  /** Runs one revision from its first statement on. */
  void run(ScriptStep script, Optional<HistoryEntry> applied, long position, int number, int of) {
    long begin = System.nanoTime();
    Step step = script.step();
    progress.started(step, number, of);
    surroundings.during(
        script.settings(),
        () -> {
          if (script.inOneTransaction()) {
            runAtOnce(script, applied, position, begin);
          } else {
            runStepwise(script, applied, position, begin);
          }
        });
    progress.finished(step, number, of, since(begin));
  }

  private void runAtOnce(
      ScriptStep script, Optional<HistoryEntry> applied, long position, long begin) {
    int last = Math.max(1, script.statements().size());
    session.inTransaction(
        () -> {
          int number = 1;
          try {
            for (; number <= script.statements().size(); number++) {
              told(script, number, execute(script, number));
            }
            record(script.step(), applied, position, since(begin));
          } catch (StatementException | DatabaseException failure) {
            throw Failures.ofSwallowed(session.dialect(), script, number - 1, failure);
          }
        },
        failure -> Failures.ofCommit(session.dialect(), script, last, failure));
  }

  private void record(Step step, Optional<HistoryEntry> applied, long position, Duration duration) {
    if (step.direction() == Direction.UP) {
      HistoryEntry entry =
          bookkeeping.entry(step.lineage(), step.recording(), step.variant(), position);
      history.insert(entry.lasting(duration), bookkeeping.operations(step.recording()));
    } else {
      history.delete(applied.orElseThrow());
    }
  }

  private void runStepwise(
      ScriptStep script, Optional<HistoryEntry> applied, long position, long begin) {
    Step step = script.step();
    if (script.statements().isEmpty()) {
      record(step, applied, position, Duration.ZERO);
      return;
    }
    Flight first = flight(script.statements(), 1);
    HistoryEntry entry;
    if (step.direction() == Direction.UP) {
      entry =
          bookkeeping
              .entry(step.lineage(), step.recording(), step.variant(), position)
              .flying(RevisionState.GOING_UP, first);
      history.insert(entry, bookkeeping.operations(step.recording()));
    } else {
      entry = applied.orElseThrow().flying(RevisionState.GOING_DOWN, first);
      history.move(applied.orElseThrow(), entry);
    }
    runFrom(script, entry, begin);
  }

  /** Goes on with a revision that a run before left in the middle. */
  void runAgain(ScriptStep script, HistoryEntry departed, long begin) {
    surroundings.during(
        script.settings(),
        () -> {
          cleanUp(script, departed.flight().orElseThrow().statement());
          runFrom(script, departed, begin);
        });
  }

  /** Removes what an attempt that failed may have left of a statement. */
  void cleanUp(ScriptStep script, int number) {
    List<Statement> statements = script.statements();
    Optional<String> cleanup =
        number > statements.size() ? Optional.empty() : statements.get(number - 1).cleanup();
    if (cleanup.isPresent()) {
      try (var sql = session.connection().createStatement()) {
        sql.setEscapeProcessing(false);
        sql.execute(cleanup.get());
      } catch (SQLException failure) {
        throw Failures.ofStatement(session.dialect(), script, number, failure);
      }
    }
  }

  /**
   * Goes on with a revision whose row says which statement is next. Whoever listens is told of a
   * statement after the history has it.
   */
  private void runFrom(ScriptStep script, HistoryEntry departed, long begin) {
    HistoryEntry entry = departed;
    int total = script.statements().size();
    int first = entry.flight().orElseThrow().statement();
    if (first > total) {
      land(script.step(), entry, begin);
    }
    for (int number = first; number <= total; number++) {
      HistoryEntry current = entry;
      boolean last = number == total;
      HistoryEntry next =
          last ? current : current.flying(current.state(), flight(script.statements(), number + 1));
      Runnable confirmation =
          last ? () -> land(script.step(), current, begin) : () -> history.move(current, next);
      long nanos = executeOrPause(script, number, confirmation, current);
      try {
        told(script, number, nanos);
      } catch (RuntimeException | Error stop) {
        if (!last) {
          pause(next, stop);
        }
        throw stop;
      }
      entry = next;
    }
  }

  /** The statement that is next was not begun, and the history shall not leave that in doubt. */
  private void pause(HistoryEntry entry, Throwable stop) {
    Flight flight = entry.flight().orElseThrow();
    Flight paused = new Flight(flight.statement(), flight.digest(), Optional.empty());
    try {
      history.move(entry, entry.flying(entry.state(), paused));
    } catch (RuntimeException second) {
      stop.addSuppressed(second);
    }
  }

  /** Raw SQL that the database did not even understand is not in doubt. */
  private long executeOrPause(
      ScriptStep script, int number, Runnable confirmation, HistoryEntry entry) {
    try {
      return execute(script, number, confirmation);
    } catch (StatementException failure) {
      if (Failures.wasRefused(script.statements().get(number - 1), failure.getCause())) {
        pause(entry, failure);
      }
      throw failure;
    }
  }

  /** Executes and confirms, in one transaction if only rows are changed. */
  private long execute(ScriptStep script, int number, Runnable confirmation) {
    Kind kind = script.statements().get(number - 1).kind();
    long[] nanos = {0};
    Runnable both =
        () -> {
          nanos[0] = execute(script, number);
          try {
            confirmation.run();
          } catch (DatabaseException failure) {
            throw Failures.ofSwallowed(session.dialect(), script, number, failure);
          }
        };
    if (kind == Kind.DATA || kind == Kind.CODE) {
      session.inTransaction(
          both, failure -> Failures.ofCommit(session.dialect(), script, number, failure));
    } else {
      both.run();
    }
    return nanos[0];
  }

  private void land(Step step, HistoryEntry entry, long begin) {
    if (step.direction() == Direction.UP) {
      history.move(entry, entry.landed(since(begin)));
    } else {
      history.delete(entry);
    }
  }

  private Flight flight(List<Statement> statements, int number) {
    return new Flight(number, StatementDigest.of(statements, number), self);
  }

  /** How many nanoseconds it took. */
  private long execute(ScriptStep script, int number) {
    Statement statement = script.statements().get(number - 1);
    long begin = System.nanoTime();
    try {
      boolean autoCommit = session.connection().getAutoCommit();
      if (statement.kind() == Kind.CODE) {
        runCode((RunCode) statement.part());
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
        if (statement.kind() == Kind.OPAQUE) {
          requireSameMode(autoCommit);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failures.ofStatement(session.dialect(), script, number, interrupted);
    } catch (Exception failure) {
      throw Failures.ofStatement(session.dialect(), script, number, failure);
    }
    return System.nanoTime() - begin;
  }

  /** Raw SQL can begin or end a transaction, in which the history would be lost. */
  private void requireSameMode(boolean autoCommit) throws SQLException {
    if (session.connection().getAutoCommit() != autoCommit) {
      throw new SQLException("the statement switched auto-commit, or began or ended a transaction");
    }
  }

  private void runCode(RunCode code) throws Exception {
    CodeConnection guarded = new CodeConnection(session.connection());
    try {
      code.body().orElseThrow().run(new ConnectionContext(guarded));
    } catch (Exception | Error failure) {
      guarded.restoreAfter(failure);
      throw failure;
    }
    guarded.restore();
    guarded.requireTransaction();
  }

  private void told(ScriptStep script, int number, long nanos) {
    Statement statement = script.statements().get(number - 1);
    progress.executed(script.step(), statement, number, script.statements().size(), nanos);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}

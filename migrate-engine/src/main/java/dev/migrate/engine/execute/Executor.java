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
import dev.migrate.report.Direction;
import dev.migrate.report.RevisionState;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.Step;
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

  Executor(Site site) {
    this.session = site.session();
    this.history = site.store();
    this.bookkeeping = site.bookkeeping();
    this.progress = site.progress();
    this.self = Optional.of(site.self());
  }

  /** Runs one revision from its first statement on. */
  void run(ScriptStep script, Optional<HistoryEntry> applied, long position, int number, int of) {
    long begin = System.nanoTime();
    Step step = script.step();
    progress.started(step, number, of);
    if (session.dialect().capabilities().transactionalDdl()) {
      runAtOnce(script, applied, position);
    } else {
      runStepwise(script, applied, position, begin);
    }
    progress.finished(step, number, of, since(begin));
  }

  private void runAtOnce(ScriptStep script, Optional<HistoryEntry> applied, long position) {
    Step step = script.step();
    long begin = System.nanoTime();
    inTransaction(
        () -> {
          for (int number = 1; number <= script.statements().size(); number++) {
            execute(script, number);
          }
          if (step.direction() == Direction.UP) {
            HistoryEntry entry =
                bookkeeping.entry(step.lineage(), step.recording(), position).lasting(since(begin));
            history.insert(entry, bookkeeping.operations(step.recording()));
          } else {
            history.delete(applied.orElseThrow());
          }
        });
  }

  private void runStepwise(
      ScriptStep script, Optional<HistoryEntry> applied, long position, long begin) {
    Step step = script.step();
    boolean up = step.direction() == Direction.UP;
    if (script.statements().isEmpty()) {
      if (up) {
        history.insert(
            bookkeeping.entry(step.lineage(), step.recording(), position),
            bookkeeping.operations(step.recording()));
      } else {
        history.delete(applied.orElseThrow());
      }
      return;
    }
    Flight first = flight(script.statements(), 1);
    HistoryEntry entry =
        up
            ? bookkeeping
                .entry(step.lineage(), step.recording(), position)
                .flying(RevisionState.GOING_UP, first)
            : applied.orElseThrow().flying(RevisionState.GOING_DOWN, first);
    if (up) {
      history.insert(entry, bookkeeping.operations(step.recording()));
    } else {
      history.depart(entry);
    }
    runFrom(script, entry, begin);
  }

  /** Goes on with a revision whose row says which statement is next. */
  void runFrom(ScriptStep script, HistoryEntry departed, long begin) {
    HistoryEntry entry = departed;
    int total = script.statements().size();
    for (int number = entry.flight().orElseThrow().statement(); number <= total; number++) {
      HistoryEntry current = entry;
      int next = number + 1;
      Runnable confirmation =
          next <= total
              ? () -> history.advance(current, flight(script.statements(), next))
              : () -> land(script.step(), current, begin);
      Kind kind = script.statements().get(number - 1).kind();
      int executed = number;
      if (kind == Kind.DATA || kind == Kind.CODE) {
        inTransaction(
            () -> {
              execute(script, executed);
              confirmation.run();
            });
      } else {
        execute(script, number);
        confirmation.run();
      }
      if (next <= total) {
        entry = entry.flying(entry.state(), flight(script.statements(), next));
      }
    }
  }

  private void land(Step step, HistoryEntry entry, long begin) {
    if (step.direction() == Direction.UP) {
      history.finish(entry, since(begin));
    } else {
      history.delete(entry);
    }
  }

  private Flight flight(List<Statement> statements, int number) {
    return new Flight(number, StatementDigest.of(statements, number), self);
  }

  private void inTransaction(Runnable work) {
    session.handle().begin();
    try {
      work.run();
      session.handle().commit();
    } catch (RuntimeException failure) {
      rollBack(failure);
      throw failure;
    }
  }

  private void rollBack(RuntimeException failure) {
    try {
      session.handle().rollback();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private void execute(ScriptStep script, int number) {
    Statement statement = script.statements().get(number - 1);
    long begin = System.nanoTime();
    try {
      if (statement.kind() == Kind.CODE) {
        runCode((RunCode) statement.part());
      } else {
        try (var sql = session.connection().createStatement()) {
          // Verbatim: a literal may look like a JDBC escape such as {d '…'} (JDBC 4.3, 13.4).
          sql.setEscapeProcessing(false);
          sql.execute(statement.sql());
        }
      }
    } catch (Exception failure) {
      throw Failures.ofStatement(session.dialect(), script, number, failure);
    }
    progress.executed(
        script.step(), statement, number, script.statements().size(), System.nanoTime() - begin);
  }

  private void runCode(RunCode code) throws Exception {
    code.body().orElseThrow().run(new ConnectionContext(session));
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}

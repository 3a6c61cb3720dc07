package dev.migrate.engine.execute;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Cleanup;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.connect.PlaceKeeper;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.history.Fence;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Executes the statements of one revision, each by its number from 1, with its names in the schema
 * of the call. Not thread-safe.
 */
final class StatementRunner {

  private final Session session;
  private final PlaceKeeper place;
  private final ScriptStep step;
  private final Fence fence;

  StatementRunner(CallConnection connection, ScriptStep step) {
    this.session = connection.session();
    this.place = connection.place();
    this.step = step;
    this.fence = connection.fence();
  }

  int total() {
    return step.statements().size();
  }

  /** Whether the statement is raw SQL or code. */
  boolean isForeign(int number) {
    return statement(number).isForeign();
  }

  private Statement statement(int number) {
    return step.statements().get(number - 1);
  }

  /** Lets the names of a statement mean what they should. */
  void prepare(int number) {
    if (isForeign(number)) {
      place.beforeForeign();
    } else {
      place.beforeTyped();
    }
  }

  /** Executes a statement that was prepared; returns how many nanoseconds it took. */
  long execute(int number) {
    Statement statement = statement(number);
    fence.beforeStatement(step.step().id(), number);
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
      throw failed(number, interrupted);
    } catch (Exception failure) {
      throw failed(number, failure);
    }
    long nanos = System.nanoTime() - begin;
    if (!statement.isForeign()) {
      place.afterTyped(statement);
    }
    return nanos;
  }

  /** Raw SQL can begin or end a transaction, in which the history would be lost. */
  private void requireSameMode(boolean autoCommit) throws SQLException {
    if (session.connection().getAutoCommit() != autoCommit) {
      throw new SQLException("the statement switched auto-commit, or began or ended a transaction");
    }
  }

  /** A transaction that SQL began would hold what comes next, and the history, until it is lost. */
  void requireNoTransaction(int number) {
    try {
      if (session.dialect().transactions().isOpen(session.connection())) {
        session.execute(List.of("ROLLBACK"), "the transaction cannot be rolled back");
        throw new SQLException(
            "the statement began a transaction and did not end it; that was rolled back");
      }
    } catch (SQLException failure) {
      throw failed(number, failure);
    }
  }

  /** Removes what an attempt that failed may have left of a statement, if it surely is its own. */
  void cleanUp(int number) {
    Optional<Cleanup> cleanup = number > total() ? Optional.empty() : statement(number).cleanup();
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
        throw failed(number, failure);
      }
    }
  }

  StatementException failed(int number, Exception failure) {
    return StatementFailures.ofStatement(session.dialect(), step, number, failure);
  }
}

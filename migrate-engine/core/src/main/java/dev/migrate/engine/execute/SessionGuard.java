package dev.migrate.engine.execute;

import dev.migrate.dialect.SessionState;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.connect.ConnectionState;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.ScriptStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets the session back after a revision that has raw SQL or code, so that the next revision, and
 * whoever gets the connection next, finds it as it was. Revisions without either cost nothing.
 */
final class SessionGuard {

  private final Session session;

  SessionGuard(Session session) {
    this.session = session;
  }

  /** Runs a revision. */
  void during(ScriptStep script, Runnable work) {
    List<Statement> foreign = script.statements().stream().filter(Statement::isForeign).toList();
    if (foreign.isEmpty()) {
      work.run();
      return;
    }
    Map<String, String> before = read(foreign.stream().map(Statement::sql).toList());
    boolean code = foreign.stream().anyMatch(statement -> statement.kind() == Kind.CODE);
    Optional<ConnectionState> connection =
        code ? Optional.of(ConnectionState.of(session.connection())) : Optional.empty();
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      restoreAfter(failure, script, before, connection);
      throw failure;
    }
    Optional<DatabaseException> failure =
        restore(script, "the revision is done, and nothing ran after it", before, connection);
    if (failure.isPresent()) {
      throw failure.orElseThrow();
    }
  }

  private SessionState state() {
    return session.dialect().sessionState();
  }

  private Map<String, String> read(List<String> sql) {
    try {
      return state().read(session.connection(), sql);
    } catch (SQLException failure) {
      throw Session.failed("the state of the session cannot be read", failure);
    }
  }

  private void restoreAfter(
      Throwable failure,
      ScriptStep script,
      Map<String, String> before,
      Optional<ConnectionState> connection) {
    try {
      if (!session.connection().isClosed() && session.connection().getAutoCommit()) {
        restore(script, "see the failure that this one is suppressed by", before, connection)
            .ifPresent(failure::addSuppressed);
      }
    } catch (SQLException | RuntimeException second) {
      session.abandon();
      failure.addSuppressed(second);
    }
  }

  private Optional<DatabaseException> restore(
      ScriptStep script,
      String left,
      Map<String, String> before,
      Optional<ConnectionState> connection) {
    List<String> remaining = new ArrayList<>();
    Optional<SQLException> broken = Optional.empty();
    try {
      remaining.addAll(state().restore(session.connection(), before));
    } catch (SQLException failure) {
      remaining.add(Session.text(failure));
      broken = Optional.of(failure);
    }
    connection.ifPresent(of -> remaining.addAll(of.restore(session.connection())));
    if (remaining.isEmpty()) {
      return Optional.empty();
    }
    String becomes = session.abandon();
    return Optional.of(
        new DatabaseException(
            Facts.of("the session could not be set back after revision " + script.step().title())
                .with("found", String.join("\n", remaining))
                .with("left", left + ";\n" + becomes)
                .next("let the revision set back what it sets, and call again: it goes on"),
            broken.orElse(null)));
  }
}

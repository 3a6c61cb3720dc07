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
 * The session as it was before a revision that has raw SQL or code. It is set back after the
 * revision, so that the next one, and the next user of the connection, find it as it was. Revisions
 * without either cost nothing.
 */
final class SessionGuard {

  private final Session session;
  private final ScriptStep step;
  private final List<Statement> foreign;
  private final Map<String, String> before;
  private final Optional<ConnectionState> connection;

  /** Remembers what the statements of a revision may change. */
  SessionGuard(Session session, ScriptStep step) {
    this.session = session;
    this.step = step;
    this.foreign = step.statements().stream().filter(Statement::isForeign).toList();
    this.before = foreign.isEmpty() ? Map.of() : read();
    boolean code = foreign.stream().anyMatch(statement -> statement.kind() == Kind.CODE);
    this.connection =
        code ? Optional.of(ConnectionState.of(session.connection())) : Optional.empty();
  }

  private SessionState state() {
    return session.dialect().sessionState();
  }

  private Map<String, String> read() {
    try {
      return state().read(session.connection(), foreign.stream().map(Statement::sql).toList());
    } catch (SQLException failure) {
      throw Session.failed("the state of the session cannot be read", failure);
    }
  }

  /** Sets everything as it was. */
  void restore() {
    Optional<DatabaseException> failure =
        restored("the revision is done, and nothing ran after it");
    if (failure.isPresent()) {
      throw failure.orElseThrow();
    }
  }

  /** Sets everything as it was before a revision that failed. */
  void restoreAfter(Throwable failure) {
    if (foreign.isEmpty()) {
      return;
    }
    try {
      if (!session.connection().isClosed() && session.connection().getAutoCommit()) {
        restored("see the failure that this one is suppressed by")
            .ifPresent(failure::addSuppressed);
      }
    } catch (SQLException | RuntimeException second) {
      session.abandon();
      failure.addSuppressed(second);
    }
  }

  private Optional<DatabaseException> restored(String left) {
    if (foreign.isEmpty()) {
      return Optional.empty();
    }
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
            Facts.of("the session could not be set back after revision " + step.step().title())
                .with("found", String.join("\n", remaining))
                .with("left", left + ";\n" + becomes)
                .next("let the revision set back what it sets, and call again: it goes on"),
            broken.orElse(null)));
  }
}

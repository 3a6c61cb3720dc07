package dev.migrate.engine.execute;

import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.StatementLocks;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The limit on waiting for locks that the session has while revisions run. Not thread-safe. */
final class SessionLockTimeout {

  private final Session session;
  private final Optional<StatementLocks> locks;
  private List<String> restoring = List.of();

  SessionLockTimeout(Session session, Optional<StatementLocks> locks) {
    this.session = session;
    this.locks = locks;
  }

  /** Does work that cannot be repeated, with the session's own limit. */
  <T> T without(Supplier<T> work) {
    if (restoring.isEmpty()) {
      return work.get();
    }
    restore();
    try {
      return work.get();
    } finally {
      setAgain();
    }
  }

  /** Sets the limit. */
  void set() {
    if (locks.isPresent()) {
      try {
        restoring =
            session
                .dialect()
                .statementWaiting()
                .limit(session.connection(), locks.orElseThrow().timeout());
      } catch (SQLException failure) {
        throw Session.failed("the session's lock timeout cannot be set", failure);
      }
    }
  }

  /** The failure of the work counts, if there is one. */
  private void setAgain() {
    if (session.isIdle()) {
      set();
    }
  }

  /** Restores what the session had before. */
  void restore() {
    List<String> statements = restoring;
    restoring = List.of();
    session.execute(statements, "the session's lock timeout cannot be set as it was");
  }

  /** Restores what the session had before a failure. */
  void restoreAfter(Throwable failure) {
    if (restoring.isEmpty()) {
      return;
    }
    if (!session.isIdle()) {
      session.abandon();
      return;
    }
    try {
      restore();
    } catch (RuntimeException second) {
      session.abandon();
      failure.addSuppressed(second);
    }
  }
}

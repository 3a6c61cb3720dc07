package dev.migrate.engine.execute;

import dev.migrate.dialect.StatementWaiting.Limit;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.StatementLocks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The limit on waiting for locks that the session has while revisions run. Not thread-safe. */
final class SessionLockTimeout {

  private static final String NOT_SET = "the session's lock timeout cannot be set";
  private static final String NOT_RESTORED = "the session's lock timeout cannot be set as it was";

  private final Session session;
  private final Optional<StatementLocks> locks;
  private Limit limit = Limit.UNCHANGED;

  SessionLockTimeout(Session session, Optional<StatementLocks> locks) {
    this.session = session;
    this.locks = locks;
  }

  /**
   * Does work that cannot be repeated, with the session's own limit. What the work sets instead is
   * not kept.
   */
  <T> T without(Supplier<T> work) {
    session.execute(limit.restore(), NOT_RESTORED);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error failure) {
      if (session.isIdle()) {
        setAgainAfter(failure);
      }
      throw failure;
    }
    session.execute(limit.set(), NOT_SET);
    return result;
  }

  private void setAgainAfter(Throwable failure) {
    try {
      session.execute(limit.set(), NOT_SET);
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  /** Sets the limit. */
  void set() {
    if (locks.isEmpty()) {
      return;
    }
    Duration timeout = locks.orElseThrow().timeout();
    try {
      limit = session.dialect().statementWaiting().limit(session.connection(), timeout);
    } catch (SQLException failure) {
      throw Session.failed(NOT_SET, failure);
    }
  }

  /** Restores what the session had before. */
  void restore() {
    Limit before = limit;
    limit = Limit.UNCHANGED;
    session.execute(before.restore(), NOT_RESTORED);
  }

  /** Restores what the session had before a failure. */
  void restoreAfter(Throwable failure) {
    if (limit.equals(Limit.UNCHANGED)) {
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

package dev.migrate.engine.lease;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.engine.connect.ConnectionSource;
import dev.migrate.engine.connect.OpenConnection;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.execute.SessionSettings;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.report.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Renews a lease every third of its length, on a connection of its own, while the call works on
 * another one. A connection that broke is opened again. Thread-safe.
 */
final class Heartbeat implements AutoCloseable {

  /** The lease as it is known here. */
  enum State {
    /** It was renewed less than its length ago. */
    VALID,
    /** It could not be renewed in time, for a reason that may pass. */
    OVERDUE,
    /** It is somebody else's. */
    LOST
  }

  private final ConnectionSource source;
  private final CallConnection call;
  private final List<SessionSetting> settings;
  private final LeaseTable table;
  private final Duration length;
  private final ReentrantLock busy = new ReentrantLock();
  private volatile @Nullable OpenConnection opened;
  private @Nullable Session session;
  private @Nullable SessionSettings made;
  private @Nullable Thread thread;
  private long token;
  private volatile long renewedAt;
  private volatile boolean lost;
  private volatile boolean closed;
  private volatile @Nullable String working;
  private volatile @Nullable Exception failure;

  Heartbeat(CallConnection call, List<SessionSetting> settings, LeaseTable table, Duration length) {
    this.source = call.source();
    this.call = call;
    this.settings = settings;
    this.table = table;
    this.length = length;
  }

  /**
   * Opens the connection.
   *
   * @throws DatabaseException if there is none
   */
  void open() {
    if (session != null) {
      return;
    }
    OpenConnection fresh;
    try {
      fresh = source.open();
    } catch (MigrateException without) {
      throw new DatabaseException(
          Facts.of("a lease needs a second connection, and there is none")
              .with("problem", without.messageWithoutNext())
              .with("left", "nothing was changed by this call")
              .next("let the pool lend two connections at a time to each call of the migrator"),
          without);
    }
    opened = fresh;
    session = Session.on(fresh.connection(), Optional.of(call.dialect()), source.isOwner());
    made = SessionSettings.set(session, settings);
  }

  /** Begins to renew a lease that was just taken. */
  void start(long taken, long takenAt) {
    token = taken;
    renewedAt = takenAt;
    Thread beat = new Thread(this::beat, "migrate-heartbeat");
    beat.setDaemon(true);
    thread = beat;
    beat.start();
  }

  /** After a renewal that took long, because the database stood still, the next one follows. */
  private void beat() {
    long pause = length.toNanos() / 3;
    while (!closed && !lost) {
      long wait = failure == null ? renewedAt + pause - System.nanoTime() : pause / 4;
      try {
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        busy.lockInterruptibly();
      } catch (InterruptedException ended) {
        return;
      }
      try {
        if (!closed) {
          renew();
        }
      } finally {
        busy.unlock();
      }
    }
  }

  /** Renews the lease, unless that fails. */
  private void renew() {
    long begin = System.nanoTime();
    try {
      open();
      Session current = session;
      if (current != null && table.renew(current.connection(), token, length, working)) {
        renewedAt = begin;
        failure = null;
      } else {
        lost = true;
      }
    } catch (SQLException | RuntimeException broken) {
      failure = broken;
      disconnect();
    }
  }

  /** Says what the holder does, with the next renewal. */
  void working(String what) {
    working = what;
  }

  /** How the lease is; one that is overdue is renewed now, if that is possible. */
  State state() {
    if (!lost && isOverdue()) {
      renewNow();
    }
    return lost ? State.LOST : isOverdue() ? State.OVERDUE : State.VALID;
  }

  private boolean isOverdue() {
    return System.nanoTime() - renewedAt >= length.toNanos();
  }

  private void renewNow() {
    try {
      if (!busy.tryLock(length.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      if (isOverdue()) {
        renew();
      }
    } finally {
      busy.unlock();
    }
  }

  /** Why the last renewal failed. */
  Optional<Exception> failure() {
    return Optional.ofNullable(failure);
  }

  private void disconnect() {
    SessionSettings before = made;
    Session current = session;
    OpenConnection connection = opened;
    made = null;
    session = null;
    opened = null;
    try {
      if (before != null) {
        before.restore();
      }
      if (current != null) {
        current.close();
      }
    } catch (RuntimeException broken) {
      if (current != null) {
        current.abandon();
      }
    }
    if (connection != null) {
      connection.closeAfter(new IllegalStateException("it is closed because it broke"));
    }
  }

  /** Ends a renewal that hangs, together with its connection. */
  private void abort() {
    OpenConnection connection = opened;
    if (connection != null) {
      try {
        connection.connection().abort(Runnable::run);
      } catch (SQLException broken) {
        // It has ended already.
      }
    }
  }

  /** Ends the renewals and gives the connection back. A renewal that hangs is not waited for. */
  @Override
  public void close() {
    closed = true;
    Thread beat = thread;
    if (beat != null) {
      beat.interrupt();
    }
    boolean interrupted = Thread.interrupted();
    try {
      if (busy.tryLock(5, TimeUnit.SECONDS)) {
        try {
          disconnect();
        } finally {
          busy.unlock();
        }
      } else {
        abort();
      }
    } catch (InterruptedException again) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

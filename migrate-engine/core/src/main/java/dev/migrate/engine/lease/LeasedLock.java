package dev.migrate.engine.lease;

import dev.migrate.RevisionId;
import dev.migrate.dialect.LeaseSupport;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.dialect.SessionSetting;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.execute.SessionSettings;
import dev.migrate.engine.history.Fence;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lease in addition to the lock of the session. Who has both can rely on nobody else executing
 * anything on the same server, by the session lock; by the lease, nobody else who keeps to it works
 * on any server, and who has lost it records nothing any more. Not thread-safe; one for each call.
 */
public final class LeasedLock implements MigrationLock, Fence {

  private static final String REMOVED = "unknown, because rows of the table were removed";

  private final CallConnection call;
  private final MigrationLock lock;
  private final LeaseSupport support;
  private final List<SessionSetting> settings;
  private final LeaseTable table;
  private final Duration length;
  private final Heartbeat heartbeat;
  private final LeaseWatch watch;
  private @Nullable SessionSettings made;
  private long damagedAt;
  private boolean damaged;
  private boolean hasSessionLock;
  private long token;
  private boolean held;

  /** A lease that is not held. */
  LeasedLock(CallConnection call, LeaseSupport support, List<SessionSetting> settings) {
    this.call = call;
    this.lock = call.lock();
    this.support = support;
    this.settings = settings;
    this.length = call.settings().lease().length();
    this.table = new LeaseTable(call.dialect(), support, call.history());
    this.watch = new LeaseWatch(length);
    this.heartbeat = new Heartbeat(call, settings, table, length);
  }

  /** For how long it is valid unless it is renewed. */
  public Duration length() {
    return length;
  }

  /** Before the first attempt: opens the second connection, and sets up the session. */
  public void prepare() {
    LeaseFailures.requireName(call.dialect(), table.name());
    heartbeat.open();
    made = SessionSettings.set(call.session(), settings);
  }

  /** Statements that wait for other nodes can fail as others do that came second. */
  @Override
  public boolean tryAcquire(Connection connection) throws SQLException {
    try {
      held = acquireSessionLock(connection) && tryTake(connection);
      if (!held) {
        releaseSessionLock(connection);
      }
      return held;
    } catch (SQLException failure) {
      if (support.isConflict(failure)) {
        return false;
      }
      throw failure;
    }
  }

  private boolean acquireSessionLock(Connection connection) throws SQLException {
    if (hasSessionLock) {
      return true; // it could not be released after the attempt before
    }
    try {
      hasSessionLock = timed(() -> lock.tryAcquire(connection));
      return hasSessionLock;
    } catch (SQLException failure) {
      if (support.isWithoutSessionLocks(failure)) {
        return true;
      }
      throw failure;
    }
  }

  private boolean releaseSessionLock(Connection connection) throws SQLException {
    boolean released = !hasSessionLock || lock.release(connection);
    hasSessionLock = false;
    return released;
  }

  private boolean tryTake(Connection connection) throws SQLException {
    long begin = System.nanoTime();
    Optional<LeaseRow> row = timed(() -> read(connection));
    if (row.isEmpty()) {
      return tryRepair(connection);
    }
    damaged = false;
    boolean free = watch.isFree(row.orElseThrow(), begin);
    if (watch.needsCommit() && commitsHere(connection)) {
      watch.committed();
    }
    return free && take(connection, row.orElseThrow(), begin);
  }

  /** Returns only when this node commits: not while it changes its schema. */
  private boolean commitsHere(Connection connection) throws SQLException {
    return timed(
        () ->
            inTransaction(
                connection,
                () -> {
                  table.touch(connection);
                  return true;
                }));
  }

  /** Each statement may wait until this node has changed its schema. */
  private <T> T timed(Work<T> work) throws SQLException {
    long begin = System.nanoTime();
    try {
      return work.run();
    } finally {
      watch.waited(System.nanoTime() - begin);
    }
  }

  private Optional<LeaseRow> read(Connection connection) throws SQLException {
    try {
      return table.read(connection);
    } catch (SQLException failure) {
      if (!call.dialect().isMissingTable(failure)) {
        throw failure;
      }
    }
    try {
      table.create(connection);
    } catch (SQLException failure) {
      try {
        return table.read(connection); // somebody else has created it
      } catch (SQLException missing) {
        failure.addSuppressed(missing);
        throw LeaseFailures.notCreated(table.name(), failure);
      }
    }
    return table.read(connection);
  }

  /** Rows that are missing may be inserted at this moment, by who has created the table. */
  private boolean tryRepair(Connection connection) throws SQLException {
    if (!damaged) {
      damaged = true;
      damagedAt = System.nanoTime();
    } else if (System.nanoTime() - damagedAt >= watch.grace()) {
      inTransaction(
          connection,
          () -> {
            boolean missing = table.read(connection).isEmpty();
            if (missing) {
              table.replace(connection, REMOVED, length);
            }
            return missing;
          });
    }
    return false;
  }

  private boolean take(Connection connection, LeaseRow seen, long begin) throws SQLException {
    long next = seen.nextToken();
    String holder =
        LeaseFailures.process()
            + ", "
            + session(connection)
            + " at "
            + table.server(connection).name();
    boolean taken =
        inTransaction(connection, () -> table.take(connection, seen, next, holder, length));
    if (taken) {
      token = next;
      heartbeat.start(next, begin);
    }
    return taken;
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  /** Commits if the work answers true; false if another transaction came first. */
  private boolean inTransaction(Connection connection, Work<Boolean> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done;
    try {
      done = work.run();
      if (done) {
        connection.commit();
      } else {
        connection.rollback();
      }
    } catch (SQLException failure) {
      rollBack(connection, failure);
      if (support.isConflict(failure)) {
        return false;
      }
      throw failure;
    }
    connection.setAutoCommit(true);
    return done;
  }

  private static void rollBack(Connection connection, SQLException failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  @Override
  public boolean release(Connection connection) throws SQLException {
    held = false;
    boolean freed = inTransaction(connection, () -> table.free(connection, token));
    return releaseSessionLock(connection) && freed;
  }

  /** Ends what works in the background, whether the lease was taken or not. */
  public void end() {
    heartbeat.close();
    if (made != null) {
      made.restore();
    }
  }

  /** Ends what works in the background after a failure. */
  public void endAfter(Throwable failure) {
    heartbeat.close();
    if (made != null) {
      made.restoreAfter(failure);
    }
    try {
      if (hasSessionLock && !connection().isClosed()) {
        releaseSessionLock(connection());
      }
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  @Override
  public Optional<String> holder(Connection connection) throws SQLException {
    Optional<String> holder = table.read(connection).flatMap(LeaseRow::description);
    return holder.isPresent() ? holder : lock.holder(connection);
  }

  @Override
  public String remedy() {
    return "end that process; its lease ends by itself at the time above";
  }

  @Override
  public String session(Connection connection) throws SQLException {
    return lock.session(connection);
  }

  @Override
  public Set<QualifiedName> tables() {
    return lock.tables();
  }

  @Override
  public boolean isOpen() {
    return !held;
  }

  @Override
  public void beforeWrite() throws SQLException {
    if (!table.pass(connection(), token)) {
      throw lost(Optional.empty());
    }
  }

  @Override
  public void beforeStatement(RevisionId revision, int statement) {
    if (!held) {
      return;
    }
    heartbeat.working("statement " + statement + " of revision " + revision);
    switch (heartbeat.state()) {
      case VALID -> {}
      case OVERDUE -> throw LeaseFailures.overdue(length, heartbeat.failure());
      case LOST -> throw lost(Optional.empty());
    }
  }

  @Override
  public void explain(SQLException failure) {
    if (!held || !support.isConflict(failure)) {
      return;
    }
    try {
      Optional<LeaseRow> row = table.read(connection());
      if (row.isEmpty() || row.orElseThrow().token() != token) {
        throw lost(Optional.of(failure));
      }
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private LockException lost(Optional<SQLException> cause) {
    return LeaseFailures.lost(() -> holder(connection()), cause);
  }

  private Connection connection() {
    return call.session().connection();
  }

  /** What is wrong with a lease here, before anything ran. */
  static DatabaseException refused(String what, String next) {
    return new DatabaseException(
        Facts.of(what).with("left", "nothing was changed by this call").next(next));
  }
}

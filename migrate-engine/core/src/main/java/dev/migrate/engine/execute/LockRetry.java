package dev.migrate.engine.execute;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.StatementWaiting;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.context.CallConnection;
import dev.migrate.engine.context.RunCounters;
import dev.migrate.engine.context.StatementLocks;
import dev.migrate.error.SchemaException;
import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.RunException;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import dev.migrate.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what failed only because other sessions held locks: one statement, or a revision that is
 * one transaction. Holds nothing while it pauses, so that those who queued get their turn. The
 * pauses grow, and differ from process to process. Not thread-safe; used once.
 */
final class LockRetry {

  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** What some databases round up to when they tell how long a session is idle. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  /** Causes below this are not looked at, since they may form a cycle. */
  private static final int DEEPEST = 20;

  private final Session session;
  private final StatementWaiting waiting;
  private final Optional<StatementLocks> locks;
  private final RunCounters progress;
  private final ScriptStep step;
  private final BooleanSupplier isFinal;
  private int attempts;
  private long begin;
  private long start = System.nanoTime();
  private boolean told;
  private boolean refused;

  /**
   * A retry that has not begun.
   *
   * @param isFinal whether a failure left something, so that nothing can be repeated
   */
  LockRetry(
      CallConnection connection, RunCounters progress, ScriptStep step, BooleanSupplier isFinal) {
    this.session = connection.session();
    this.waiting = session.dialect().statementWaiting();
    this.locks = connection.settings().statementLocks();
    this.progress = progress;
    this.step = step;
    this.isFinal = isFinal;
  }

  /** Whether an attempt has failed before. */
  boolean isAgain() {
    return attempts > 0;
  }

  /** Whether the last attempt got no lock, or the pause after it was interrupted. */
  boolean wasRefused() {
    return refused;
  }

  /**
   * Pauses after an attempt that failed, so that another one can follow.
   *
   * @param number the number of the statement, if the failure has none
   * @throws StatementException if the limit is over
   * @throws RunException the failure itself, if it had another cause than locks
   */
  void pauseAfter(int number, RunException failure) {
    Optional<SQLException> refusal = refusal(failure);
    refused = refusal.isPresent();
    if (!refused) {
      throw failure;
    }
    int failed = failure instanceof StatementException at ? at.statement() : number;
    waitAfter(failed, failure, refusal.orElseThrow());
    refused = false;
    start = System.nanoTime();
  }

  /** Does some work, the same each time, until it gets its locks. */
  void run(int number, Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (RunException failure) {
        pauseAfter(number, failure);
      }
    }
  }

  /** The database's refusal to give a lock, if that was it, and the work can be repeated. */
  private Optional<SQLException> refusal(RunException failure) {
    if (locks.isEmpty()
        || failure instanceof InDoubtException
        || isFinal.getAsBoolean()
        || !session.isIdle()) {
      return Optional.empty();
    }
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException refusal
          && (waiting.isTimeout(refusal) || waiting.isDeadlock(refusal))) {
        return Optional.of(refusal);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private void waitAfter(int number, RunException failure, SQLException refusal) {
    StatementLocks limits = locks.orElseThrow();
    long now = System.nanoTime();
    if (attempts == 0) {
      begin = Math.max(start, now - limits.timeout().toNanos());
    }
    attempts++;
    List<BlockingSession> sessions = sessions(number);
    Optional<BlockingSession> own = sessions.stream().filter(this::maybeCaller).findFirst();
    Duration waited = Duration.ofNanos(now - begin);
    Duration left = limits.limit().minus(limits.timeout()).minus(waited);
    if (left.isNegative() || left.isZero()) {
      throw overdue(number, failure, refusal, waited, sessions, own);
    }
    Duration pause = pause(limits.timeout(), left);
    if (own.isPresent() && !told) {
      told = true;
      progress.reports().maybeOwn(own.orElseThrow());
    }
    if (!step.statements().isEmpty()) {
      progress.delayed(step, number, sessions, pause);
    }
    sleep(pause, failure);
  }

  /** From an eighth of the timeout to all of it, less a random part. */
  private Duration pause(Duration timeout, Duration left) {
    Duration most = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
    Duration grown = most.dividedBy(8).multipliedBy(1L << Math.min(attempts - 1, 3));
    long millis = Math.max(SHORTEST.toMillis(), grown.toMillis());
    long random = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
    return Duration.ofMillis(Math.min(random, left.toMillis()));
  }

  private static void sleep(Duration pause, RunException failure) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(interrupted);
      throw failure;
    }
  }

  /** Who is in the way; nobody knows if the database does not say. */
  private List<BlockingSession> sessions(int number) {
    if (step.statements().isEmpty()) {
      return List.of();
    }
    Statement statement = step.statements().get(number - 1);
    try {
      return waiting.blocking(session.connection(), statement, tables(number, statement));
    } catch (SQLException | SchemaException unknown) {
      return List.of();
    }
  }

  private Set<QualifiedName> tables(int number, Statement statement) {
    Footprint footprint = statement.part().footprint(step.before(number));
    Set<QualifiedName> tables = new LinkedHashSet<>();
    Stream.of(footprint.writes(), footprint.adds(), footprint.reads())
        .flatMap(Set::stream)
        .map(Cell::object)
        .flatMap(Optional::stream)
        .forEach(tables::add);
    return tables;
  }

  /** A caller that waits for this call has executed nothing since it began. */
  private boolean maybeCaller(BlockingSession other) {
    Duration call = progress.callElapsed();
    return other.isAlike()
        && other.idle().filter(idle -> idle.plus(ROUNDING).compareTo(call) >= 0).isPresent();
  }

  private RunException overdue(
      int number,
      RunException failure,
      SQLException refusal,
      Duration waited,
      List<BlockingSession> sessions,
      Optional<BlockingSession> own) {
    String attempted = attempts + (attempts == 1 ? " attempt" : " attempts");
    String each = ", each at most " + seconds(locks.orElseThrow().timeout());
    String text = seconds(waited) + " in " + attempted + each;
    return new WaitFailure(session.dialect(), step, number, refusal, text, sessions, own, hidden())
        .instead(failure);
  }

  private Optional<String> hidden() {
    try {
      return step.statements().isEmpty() ? Optional.empty() : waiting.hidden(session.connection());
    } catch (SQLException unknown) {
      return Optional.empty();
    }
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }
}

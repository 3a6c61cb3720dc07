package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.sql;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.LockException;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.Outcome;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import dev.migrate.testkit.dialect.jdbc.ForwardingDataSource;
import dev.migrate.testkit.dialect.jdbc.Lent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * One at a time migrates, the others wait and find it done. A dialect's test implements this with a
 * database that several connections reach.
 */
public interface LockContract extends DatabaseContract {

  /** What runs twice fails, or leaves two rows. */
  private static Revision[] revisions() {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(
        Revision.of(
            Lineage.of("r0").root(),
            op -> {
              op.createTable("t", column("n", integer()));
              op.execute(sql("INSERT INTO t (n) VALUES (0)").writes("t").needsNoUndo());
            }));
    for (int number = 1; number < 4; number++) {
      String insert = "INSERT INTO t (n) VALUES (" + number + ")";
      String column = "c" + number;
      revisions.add(
          Revision.of(
              Lineage.of("r" + number).after("r" + (number - 1)),
              op -> {
                op.addColumn("t", column(column, integer()));
                op.execute(sql(insert).writes("t").needsNoUndo());
              }));
    }
    return revisions.toArray(new Revision[0]);
  }

  private static void requireOnce(TestDatabase probe) throws SQLException {
    assertEquals("[x] r0, [x] r1, [x] r2, [x] r3", probe.states(revisions()));
    assertEquals(
        List.of("0", "1", "2", "3"), probe.query("SELECT n FROM t ORDER BY n"), "rows of t");
  }

  /**
   * Eight at once: every revision runs once, and everybody returns.
   *
   * @throws Exception if the database does not work
   */
  @RepeatedTest(5)
  default void eightAtOnceRunEveryRevisionOnce() throws Exception {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    ExecutorService pool = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      Migrator migrator = probe.migrator(revisions());
      outcomes.add(
          pool.submit(
              () -> {
                start.await();
                return migrator.upgrade();
              }));
    }
    start.countDown();
    int run = 0;
    for (Future<Outcome> outcome : outcomes) {
      run += outcome.get(60, TimeUnit.SECONDS).revisions().size();
    }
    pool.shutdown();
    assertEquals(4, run);
    requireOnce(probe);
  }

  /**
   * One connection is enough, also for several threads.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void oneConnectionIsEnough() throws Exception {
    Semaphore free = new Semaphore(1);
    DataSource database = emptyDatabase();
    Connection only = database.getConnection();
    DataSource single =
        new ForwardingDataSource(database) {
          @Override
          public Connection getConnection() {
            free.acquireUninterruptibly();
            return Lent.of(only, free::release);
          }
        };
    TestDatabase probe = new TestDatabase(single);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      outcomes.add(pool.submit(() -> probe.migrator(revisions()).upgrade()));
    }
    for (Future<Outcome> outcome : outcomes) {
      outcome.get(30, TimeUnit.SECONDS);
    }
    pool.shutdown();
    requireOnce(probe);
    probe.migrator(revisions()).downgrade("base");
    assertEquals(1, free.availablePermits());
  }

  /**
   * A process that does not want to wait is refused at once, and has changed nothing.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void whoDoesNotWaitIsRefusedAtOnce() throws Exception {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    List<LockException> told = new ArrayList<>();
    Migrator impatient = probe.on(revisions()).lockTimeout(Duration.ZERO).build();
    probe
        .on(revisions())
        .listener(
            TestDatabase.after(
                "r1", 1, () -> told.add(assertThrows(LockException.class, impatient::upgrade))))
        .build()
        .upgrade();
    assertTrue(
        String.valueOf(told.get(0).getMessage()).contains("nothing was changed by this call"));
    requireOnce(probe);
  }

  /**
   * Who is interrupted while waiting stops waiting, and stays interrupted.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void whoIsInterruptedStopsWaiting() throws Exception {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    AtomicReference<Object> end = new AtomicReference<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                end.set(probe.migrator(revisions()).upgrade());
              } catch (RuntimeException failure) {
                end.set(failure);
              }
              if (!Thread.interrupted()) {
                end.set("not interrupted any more");
              }
            });
    probe
        .on(revisions())
        .listener(
            TestDatabase.after(
                "r1",
                1,
                () -> {
                  waiting.start();
                  while (waiting.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                  }
                  waiting.interrupt();
                  join(waiting);
                }))
        .build()
        .upgrade();
    assertTrue(end.get() instanceof LockException, String.valueOf(end.get()));
    requireOnce(probe);
  }

  private static void join(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * A lock dies with its holder: the next does not wait for a dead one, but for the moment in which
   * a server notices that a client has gone.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void theLockOfADeadHolderIsFree() throws Exception {
    FailingDataSource database = new FailingDataSource(emptyDatabase());
    TestDatabase probe = new TestDatabase(database);
    database.dieAt("ADD COLUMN c2", Moment.AFTER);
    assertThrows(Killed.class, () -> probe.migrator(revisions()).upgrade());
    database.calm();
    Migrator next = probe.on(revisions()).lockTimeout(Duration.ofSeconds(10)).build();
    assertFalse(next.upgrade().isEmpty());
    requireOnce(probe);
  }

  /**
   * A start with nothing to do takes no lock, so it does not wait for one.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void aStartWithNothingToDoTakesNoLock() throws Exception {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    probe.migrator(revisions()).upgrade("r1");
    Migrator satisfied = probe.on(revisions()).lockTimeout(Duration.ZERO).build();
    List<Outcome> outcomes = new ArrayList<>();
    probe
        .on(revisions())
        .listener(
            event -> {
              if (event instanceof MigrationEvent.RevisionFinished) {
                outcomes.add(satisfied.upgrade("r1"));
              }
            })
        .build()
        .upgrade();
    assertEquals(2, outcomes.size());
    assertTrue(outcomes.stream().allMatch(Outcome::isEmpty));
  }

  /**
   * A database ahead of the code has nothing to do either.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void aDatabaseAheadOfTheCodeTakesNoLock() throws Exception {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    probe.migrator(revisions()).upgrade();
    CountingDataSource counting = new CountingDataSource(probe.dataSource());
    Outcome outcome = new TestDatabase(counting).migrator(revisions()[0]).upgrade();
    assertEquals("[r1, r2, r3]", outcome.unknown().toString());
    assertEquals(1, counting.statements(), () -> counting.sql().toString());
  }

  /**
   * A timeout that no clock can count is a long one, and no error.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void anEndlessTimeoutIsPossible() throws Exception {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            probe
                .on(revisions())
                .lockTimeout(Duration.ofSeconds(Long.MAX_VALUE))
                .build()
                .upgrade());
    requireOnce(probe);
  }
}

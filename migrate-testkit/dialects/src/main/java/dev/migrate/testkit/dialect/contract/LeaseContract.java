package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.dialect.LeaseSupport;
import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.LockException;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationListener;
import dev.migrate.report.Outcome;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.CutOffDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import dev.migrate.testkit.dialect.jdbc.ForwardingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A lease lets one at a time migrate, outlives no holder for longer than its length, and lets
 * nobody who lost it record anything. A database without leases refuses them by name.
 */
public interface LeaseContract extends DatabaseContract {

  /** A lease that a test can wait for. */
  Duration SHORT = Duration.ofSeconds(1);

  /** A lease that no test waits for. */
  Duration LONG = Duration.ofHours(1);

  private static Revision[] revisions() {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(
        Revision.of(Lineage.of("r0").root(), op -> op.createTable("t", column("n", integer()))));
    for (int number = 1; number < 4; number++) {
      String column = "c" + number;
      revisions.add(
          Revision.of(
              Lineage.of("r" + number).after("r" + (number - 1)),
              op -> {
                op.addColumn("t", column(column, integer()));
                op.addColumn("t", column(column + "_b", integer()));
              }));
    }
    return revisions.toArray(new Revision[0]);
  }

  private static void requireDone(TestDatabase probe) {
    assertEquals("[x] r0, [x] r1, [x] r2, [x] r3", probe.states(revisions()));
    assertTrue(probe.migrator(revisions()).drift().isEmpty());
  }

  private static Migrator leasing(TestDatabase database, Duration length) {
    return database.on(revisions()).lease(length).build();
  }

  /** A database for tests of leases; skips where there are none. */
  private TestDatabase leasable() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    assumeTrue(probe.dialect().leases().isPresent(), "the database has no leases");
    return probe;
  }

  private static String lock(TestDatabase probe) throws SQLException {
    return probe.dialect().renderer().name(QualifiedName.of("migrate_history_lock"));
  }

  private static long token(TestDatabase probe) throws SQLException {
    return Long.parseLong(
        probe.query("SELECT token FROM " + lock(probe) + " WHERE part = 'holder'").get(0));
  }

  /** What another process does when it takes the lease over. */
  private static void takeOver(TestDatabase probe) {
    try {
      probe.execute(
          "UPDATE "
              + lock(probe)
              + " SET token = token + 1, holder = CASE WHEN part = 'holder' THEN 'another' END,"
              + " changes = changes + 1");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static MigrationListener whenStarted(String revision, Runnable action) {
    return event -> {
      if (event instanceof MigrationEvent.RevisionStarted started
          && started.step().id().value().equals(revision)) {
        action.run();
      }
    };
  }

  /**
   * A database without leases refuses them by name, before anything ran; it keeps working without.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aDatabaseWithoutLeasesRefusesThem() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    assumeTrue(probe.dialect().leases().isEmpty(), "the database has leases");
    UnsupportedByDialectException refused =
        assertThrows(UnsupportedByDialectException.class, () -> leasing(probe, SHORT).upgrade());
    assertTrue(String.valueOf(refused.getMessage()).contains("a lease"));
    assertEquals("[ ] r0, [ ] r1, [ ] r2, [ ] r3", probe.states(revisions()));
    probe.migrator(revisions()).upgrade();
    requireDone(probe);
  }

  /** A length that no heartbeat can keep, or that keeps everybody waiting, is refused. */
  @Test
  default void aLengthOutOfTheLimitsIsRefused() {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    for (Duration length :
        List.of(
            Duration.ofSeconds(-1), Duration.ZERO, Duration.ofMillis(999), LONG.plusMillis(1))) {
      assertThrows(DefinitionException.class, () -> probe.on(revisions()).lease(length));
    }
    assertThrows(DefinitionException.class, () -> probe.on(revisions()).lease(SHORT).lease(SHORT));
    assertThrows(
        DefinitionException.class, () -> probe.on(revisions()).lease(SHORT).withoutLease());
  }

  /**
   * A connection that was handed over has no second one beside it.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aSingleConnectionIsRefused() throws SQLException {
    try (Connection connection = emptyDatabase().getConnection()) {
      assertThrows(DefinitionException.class, () -> Migrator.on(connection).lease(SHORT));
    }
  }

  /**
   * A pool that lends one connection only is refused before anything was changed.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aPoolOfOneIsRefused() throws SQLException {
    TestDatabase probe = leasable();
    AtomicInteger lent = new AtomicInteger();
    TestDatabase single =
        new TestDatabase(
            new ForwardingDataSource(probe.dataSource()) {
              @Override
              public Connection getConnection() throws SQLException {
                if (lent.getAndIncrement() > 0) {
                  throw new SQLException("no connection is available");
                }
                return target.getConnection();
              }
            });
    DatabaseException refused =
        assertThrows(DatabaseException.class, () -> leasing(single, SHORT).upgrade());
    assertTrue(String.valueOf(refused.getMessage()).contains("two connections"));
    assertEquals("[ ] r0, [ ] r1, [ ] r2, [ ] r3", probe.states(revisions()));
  }

  /**
   * A history whose name leaves no room for that of the lease is refused: a name that is cut would
   * be another table's.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aNameWithoutRoomIsRefused() throws SQLException {
    TestDatabase probe = leasable();
    String longest = "h".repeat(probe.dialect().capabilities().nameLength());
    assertThrows(
        UnsupportedByDialectException.class,
        () -> probe.on(revisions()).historyTable(longest).lease(SHORT).build().upgrade());
    String fitting = longest.substring("_lock".length());
    probe.on(revisions()).historyTable(fitting).lease(SHORT).build().upgrade();
  }

  /**
   * Six at once, where the table of the lease does not exist yet: every revision runs once.
   *
   * @throws Exception if the database does not work
   */
  @RepeatedTest(2)
  default void severalAtOnceRunEveryRevisionOnce() throws Exception {
    TestDatabase probe = leasable();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int thread = 0; thread < 6; thread++) {
      outcomes.add(
          pool.submit(
              () -> {
                start.await();
                return leasing(probe, Duration.ofSeconds(10)).upgrade();
              }));
    }
    start.countDown();
    int run = 0;
    for (Future<Outcome> outcome : outcomes) {
      run += outcome.get(60, TimeUnit.SECONDS).revisions().size();
    }
    pool.shutdown();
    assertEquals(4, run);
    requireDone(probe);
  }

  /**
   * Each holder has a greater token than all before it.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theTokenGrows() throws SQLException {
    TestDatabase probe = leasable();
    long before = 0;
    for (int round = 0; round < 3; round++) {
      leasing(probe, SHORT).upgrade();
      long token = token(probe);
      assertTrue(token > before, () -> "the token is " + token);
      before = token;
      leasing(probe, SHORT).downgrade("base");
    }
  }

  /**
   * A start with nothing to do takes no lease: it is one connection and one statement.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aStartWithNothingToDoTakesNoLease() throws SQLException {
    TestDatabase probe = leasable();
    leasing(probe, LONG).upgrade();
    CountingDataSource counting = new CountingDataSource(probe.dataSource());
    leasing(new TestDatabase(counting), LONG).upgrade();
    assertEquals(1, counting.statements(), () -> counting.sql().toString());
  }

  /**
   * The lease of a killed holder is free after its length.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theLeaseOfADeadHolderEnds() throws SQLException {
    TestDatabase probe = leasable();
    FailingDataSource dying = new FailingDataSource(probe.dataSource());
    dying.dieAt("c2_b", Moment.AFTER);
    assertThrows(Killed.class, () -> leasing(new TestDatabase(dying), SHORT).upgrade());
    long token = token(probe);
    long begin = System.nanoTime();
    leasing(probe, SHORT).upgrade();
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    requireDone(probe);
    assertTrue(waited < SHORT.toMillis() + 3_000, () -> "waited for " + waited + " ms");
    assertTrue(token(probe) > token);
  }

  /**
   * Who does not wait so long learns who has the lease: process, host, since and until when.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theHolderIsNamed() throws SQLException {
    TestDatabase probe = leasable();
    FailingDataSource dying = new FailingDataSource(probe.dataSource());
    dying.dieAt("c2_b", Moment.AFTER);
    assertThrows(Killed.class, () -> leasing(new TestDatabase(dying), LONG).upgrade());
    Migrator impatient =
        probe.on(revisions()).lease(LONG).lockTimeout(Duration.ofMillis(300)).build();
    String message =
        String.valueOf(assertThrows(LockException.class, impatient::upgrade).getMessage());
    for (String word :
        List.of("process " + ProcessHandle.current().pid() + " on ", "since 2", "until 2", "UTC")) {
      assertTrue(message.contains(word), message);
    }
    if (!probe.dialect().capabilities().transactionalDdl()) {
      assertTrue(message.contains("statement 2 of revision r2"), message);
    }
  }

  /**
   * A statement may take longer than the lease, which is renewed meanwhile, with what runs.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aLongStatementKeepsTheLease() throws SQLException {
    TestDatabase probe = leasable();
    List<String> renewed = new ArrayList<>();
    Revision slow =
        Revision.of(
            Lineage.of("slow").root(),
            op ->
                op.run(
                    code(
                        "wait",
                        context -> {
                          Thread.sleep(2 * SHORT.toMillis());
                          renewed.addAll(
                              probe.rows(
                                  "SELECT expires_at > "
                                      + support(probe).serverTime()
                                      + ", changes > 4, working FROM "
                                      + lock(probe)
                                      + " WHERE part = 'heartbeat'"));
                        })));
    probe.on(slow).lease(SHORT).build().upgrade();
    assertEquals(1, renewed.size());
    assertTrue(
        renewed.get(0).matches("(1|true) (1|true) statement 1 of revision slow"), renewed.get(0));
    assertEquals("[x] slow", probe.states(slow));
  }

  private static LeaseSupport support(TestDatabase probe) throws SQLException {
    return probe.dialect().leases().orElseThrow();
  }

  /**
   * Whose lease was taken over stops, and records nothing: before a revision.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoLostTheLeaseRecordsNothing() throws SQLException {
    TestDatabase probe = leasable();
    Migrator zombie =
        probe
            .on(revisions())
            .lease(LONG)
            .listener(whenStarted("r2", () -> takeOver(probe)))
            .build();
    LockException lost = assertThrows(LockException.class, zombie::upgrade);
    assertTrue(String.valueOf(lost.getMessage()).contains("another"), lost.getMessage());
    assertEquals("[r0, r1]", lost.done().toString());
    assertEquals("[x] r0, [x] r1, [ ] r2, [ ] r3", probe.states(revisions()));
    assertTrue(probe.migrator(revisions()).drift().isEmpty(), "nothing of r2 is there");
    free(probe);
    leasing(probe, LONG).upgrade();
    requireDone(probe);
  }

  private static void free(TestDatabase probe) throws SQLException {
    probe.execute("UPDATE " + lock(probe) + " SET holder = NULL");
  }

  /**
   * Whose lease was taken over in the middle of a revision does not record the statement that it
   * has just executed; the next one finds out.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoLostTheLeaseDoesNotConfirmAStatement() throws SQLException {
    TestDatabase probe = leasable();
    Migrator zombie =
        probe
            .on(revisions())
            .lease(LONG)
            .listener(TestDatabase.after("r2", 1, () -> takeOver(probe)))
            .build();
    assertThrows(LockException.class, zombie::upgrade);
    String after = probe.states(revisions());
    assertTrue(
        after.equals("[x] r0, [x] r1, [ ] r2, [ ] r3")
            || after.equals("[x] r0, [x] r1, [up] r2, [ ] r3"),
        after);
    free(probe);
    leasing(probe, LONG).upgrade();
    requireDone(probe);
  }

  /**
   * A process that was paused for longer than its lease, and whose heartbeat is cut off, stops
   * before its next statement; another one has taken over and done everything.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aPausedProcessStops() throws SQLException {
    TestDatabase probe = leasable();
    CutOffDataSource cut = new CutOffDataSource(probe.dataSource());
    Migrator next = probe.on(revisions()).lease(SHORT).lockTimeout(Duration.ofSeconds(20)).build();
    Migrator zombie =
        new TestDatabase(cut)
            .on(revisions())
            .lease(SHORT)
            .listener(
                whenStarted(
                    "r2",
                    () -> {
                      cut.cut();
                      loseSessionLock(probe, cut.first());
                      next.upgrade();
                    }))
            .build();
    assertThrows(LockException.class, zombie::upgrade);
    requireDone(probe);
  }

  /** On another node of a cluster there is no lock of this session. */
  private static void loseSessionLock(TestDatabase probe, Connection connection) {
    try {
      assertTrue(
          probe.dialect().lock(QualifiedName.exactly("migrate_history")).release(connection));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Rows that somebody removed come again with a greater token, once a holder that there may be has
   * had the time to notice.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void anEmptiedTableIsFilledAgain() throws SQLException {
    TestDatabase probe = leasable();
    leasing(probe, SHORT).upgrade("r1");
    for (String condition : List.of("", " WHERE part = 'heartbeat'")) {
      long token = token(probe);
      probe.execute("DELETE FROM " + lock(probe) + condition);
      long begin = System.nanoTime();
      leasing(probe, SHORT).upgrade("+1");
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      assertTrue(waited >= SHORT.toMillis(), () -> "waited for " + waited + " ms only");
      assertTrue(token(probe) > token);
      leasing(probe, SHORT).downgrade("-1");
    }
    long token = token(probe);
    probe.execute("DROP TABLE " + lock(probe));
    leasing(probe, SHORT).upgrade();
    assertTrue(token(probe) > token);
    requireDone(probe);
  }

  /**
   * The holder of a lease whose rows somebody removed stops.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoseRowsWereRemovedStops() throws SQLException {
    TestDatabase probe = leasable();
    Migrator holder =
        probe
            .on(revisions())
            .lease(LONG)
            .listener(
                whenStarted(
                    "r2",
                    () -> {
                      try {
                        probe.execute("DELETE FROM " + lock(probe));
                      } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                      }
                    }))
            .build();
    assertThrows(LockException.class, holder::upgrade);
    assertEquals("[x] r0, [x] r1, [ ] r2, [ ] r3", probe.states(revisions()));
  }

  /**
   * A lease that is not renewed for its length is free, also if the clock of the server was set
   * back, and says that it is valid for another day.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aClockThatWasSetBackKeepsNobodyWaiting() throws SQLException {
    TestDatabase probe = leasable();
    leasing(probe, SHORT).upgrade("r1");
    probe.execute(
        "UPDATE "
            + lock(probe)
            + " SET holder = 'a dead one', expires_at = TIMESTAMP '2999-01-01 00:00:00',"
            + " length_ms = 700");
    long begin = System.nanoTime();
    leasing(probe, SHORT).upgrade();
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    assertTrue(waited >= 700 && waited < 5_000, () -> "waited for " + waited + " ms");
    requireDone(probe);
    assertFalse(probe.query("SELECT token FROM " + lock(probe)).isEmpty());
  }
}

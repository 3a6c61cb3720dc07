package dev.migrate.testkit.dialect.contract;

import static dev.migrate.testkit.dialect.contract.LeaseTrial.LONG;
import static dev.migrate.testkit.dialect.contract.LeaseTrial.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Outcome;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A lease lets one at a time migrate. A database without leases refuses them by name, and so is a
 * lease that cannot be kept.
 */
public interface LeaseContract extends DatabaseContract {

  /**
   * A database without leases refuses them by name, before anything ran; it keeps working without.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aDatabaseWithoutLeasesRefusesThem() throws SQLException {
    LeaseTrial trial = new LeaseTrial(new TestDatabase(emptyDatabase()));
    assumeTrue(trial.database().dialect().leases().isEmpty(), "the database has leases");
    UnsupportedByDialectException refused =
        assertThrows(UnsupportedByDialectException.class, () -> trial.leasing(SHORT).upgrade());
    assertTrue(String.valueOf(refused.getMessage()).contains("a lease"));
    assertEquals("[ ] r0, [ ] r1, [ ] r2, [ ] r3", trial.states());
    trial.database().migrator(LeaseTrial.revisions()).upgrade();
    trial.requireDone();
  }

  /** A length that no heartbeat can keep, or that keeps everybody waiting, is refused. */
  @Test
  default void aLengthOutOfTheLimitsIsRefused() {
    LeaseTrial trial = new LeaseTrial(new TestDatabase(emptyDatabase()));
    for (Duration length :
        List.of(
            Duration.ofSeconds(-1), Duration.ZERO, Duration.ofMillis(999), LONG.plusMillis(1))) {
      assertThrows(DefinitionException.class, () -> trial.builder(length));
    }
    assertThrows(DefinitionException.class, () -> trial.builder(SHORT).lease(SHORT));
    assertThrows(DefinitionException.class, () -> trial.builder(SHORT).withoutLease());
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
    LeaseTrial trial = LeaseTrial.on(this);
    AtomicInteger lent = new AtomicInteger();
    DataSource single =
        new ForwardingDataSource(trial.database().dataSource()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (lent.getAndIncrement() > 0) {
              throw new SQLException("no connection is available");
            }
            return target.getConnection();
          }
        };
    DatabaseException refused =
        assertThrows(DatabaseException.class, () -> LeaseTrial.leasing(single, SHORT).upgrade());
    assertTrue(String.valueOf(refused.getMessage()).contains("two connections"));
    assertEquals("[ ] r0, [ ] r1, [ ] r2, [ ] r3", trial.states());
  }

  /**
   * A history whose name leaves no room for that of the lease is refused: a name that is cut would
   * be another table's.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aNameWithoutRoomIsRefused() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    String longest = "h".repeat(trial.database().dialect().capabilities().nameLength());
    assertThrows(
        UnsupportedByDialectException.class,
        () -> trial.builder(SHORT).historyTable(longest).build().upgrade());
    String fitting = longest.substring("_lock".length());
    trial.builder(SHORT).historyTable(fitting).build().upgrade();
  }

  /**
   * Six at once, where the table of the lease does not exist yet: every revision runs once.
   *
   * @throws Exception if the database does not work
   */
  @RepeatedTest(2)
  default void severalAtOnceRunEveryRevisionOnce() throws Exception {
    LeaseTrial trial = LeaseTrial.on(this);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int thread = 0; thread < 6; thread++) {
      outcomes.add(
          pool.submit(
              () -> {
                start.await();
                return trial.leasing(Duration.ofSeconds(10)).upgrade();
              }));
    }
    start.countDown();
    int run = 0;
    for (Future<Outcome> outcome : outcomes) {
      run += outcome.get(60, TimeUnit.SECONDS).revisions().size();
    }
    pool.shutdown();
    assertEquals(4, run);
    trial.requireDone();
  }

  /**
   * Each holder has a greater token than all before it.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theTokenGrows() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    long before = 0;
    for (int round = 0; round < 3; round++) {
      trial.leasing(SHORT).upgrade();
      long token = trial.token();
      assertTrue(token > before, () -> "the token is " + token);
      before = token;
      trial.leasing(SHORT).downgrade("base");
    }
  }

  /**
   * A start with nothing to do takes no lease: it is one connection and one statement.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aStartWithNothingToDoTakesNoLease() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    trial.leasing(LONG).upgrade();
    CountingDataSource counting = new CountingDataSource(trial.database().dataSource());
    LeaseTrial.leasing(counting, LONG).upgrade();
    assertEquals(1, counting.statements(), () -> counting.sql().toString());
  }
}

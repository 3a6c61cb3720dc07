package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.Outcome;
import dev.migrate.report.StatementException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A busy table: a migration waits politely for other sessions, leaves nothing half done, and says
 * who is in the way. A dialect's test implements this with a database that several connections
 * reach.
 */
public interface WaitingContract extends WaitingDatabase {

  /** For how many milliseconds a table is held. */
  long HELD = 1_000L * Integer.getInteger("migrate.test.waiting", 2);

  /** After how many different failed attempts others get at the table while it is held. */
  int PASSES = 3;

  /**
   * How many attempts can fail after the table is free: one has begun before, one meets a reader.
   */
  int LATE = 2;

  private static boolean passes(DataSource database, Waits waits) {
    try (Connection connection = database.getConnection()) {
      WaitingTrial.read(connection, "SELECT COUNT(*) FROM t");
      return true;
    } catch (SQLException failure) {
      if (!waits.isHidden(failure)) {
        throw new IllegalStateException(failure);
      }
      return false;
    }
  }

  private static long delays(List<MigrationEvent> events) {
    synchronized (events) {
      return events.stream().filter(StatementDelayed.class::isInstance).count();
    }
  }

  /** Reads until the table was held long enough, and reads came through between the attempts. */
  private void read(DataSource database, CompletableFuture<?> upgrade, List<MigrationEvent> events)
      throws Exception {
    long begin = System.nanoTime();
    Set<Long> passed = new TreeSet<>();
    while (System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(HELD)
        || passed.size() < PASSES) {
      CompletableFuture<Boolean> read =
          CompletableFuture.supplyAsync(() -> passes(database, waits()));
      if (read.get(1, TimeUnit.MINUTES)) {
        passed.add(delays(events));
      }
      if (upgrade.isDone()) {
        fail("nobody was in the way: " + upgrade.get());
      }
      Thread.sleep(20);
    }
  }

  /**
   * Others get at the table after each failed attempt, the upgrade ends right after the session
   * that is in its way, and listeners learn of each statement once. All of it is counted in
   * attempts, each of which ends by its time-out: a busy machine makes them longer, not more.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void anUpgradeBehindAnotherSessionEndsRightAfterIt() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
    Migrator migrator = trial.patient().listener(events::add).build();
    CompletableFuture<Outcome> ended;
    long before;
    try (Connection holder = trial.database().getConnection()) {
      trial.hold(holder);
      ended = CompletableFuture.supplyAsync(migrator::upgrade);
      read(trial.database(), ended, events);
      before = delays(events);
      holder.rollback();
      holder.setAutoCommit(true);
    }
    ended.get(1, TimeUnit.MINUTES);
    assertTrue(delays(events) - before <= LATE, () -> before + " delays before, then " + events);
    List<Object> others =
        events.stream()
            .filter(event -> !(event instanceof StatementDelayed))
            .map(this::brief)
            .toList();
    assertEquals(others.stream().distinct().toList(), others);
    trial.requireDone();
  }

  private Object brief(MigrationEvent event) {
    return event instanceof MigrationEvent.StatementExecuted executed
        ? List.of(executed.step().id(), executed.number())
        : event.getClass();
  }

  /**
   * While it pauses, a revision that is one transaction holds nothing, and nothing of it is seen.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void noHalfOfARevisionIsThereWhileItPauses() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    List<List<String>> seen = new ArrayList<>();
    try (Connection holder = trial.database().getConnection()) {
      trial.hold(holder);
      trial
          .patient()
          .listener(
              event -> {
                if (event instanceof StatementDelayed) {
                  seen.add(trial.rows("SELECT id FROM seen"));
                  WaitingTrial.release(holder);
                  execute(trial.database(), "INSERT INTO seen (id) VALUES (3)");
                  execute(trial.database(), "DELETE FROM seen WHERE id = 3");
                }
              })
          .build()
          .upgrade();
    }
    List<String> before = trial.isTransactional() ? List.of() : List.of("1");
    assertEquals(List.of(before), seen);
    trial.requireDone();
  }

  /**
   * The failure names the session in the way, and the next call goes on.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void whoWaitsTooLongIsToldForWhom() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    try (Connection holder = trial.database().getConnection()) {
      Optional<String> name = name(holder);
      trial.hold(holder);
      StatementException failure =
          assertThrows(StatementException.class, trial.impatient().build()::upgrade);
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("did not get its locks at statement "), message);
      assertTrue(message.contains("statementLockLimit(…)"), message);
      assertTrue(message.contains(name.orElse("not known")), message);
      assertEquals("r2", failure.revision().value());
      WaitingTrial.release(holder);
      List<String> left = trial.isTransactional() ? List.of() : List.of("1");
      assertEquals(left, trial.rows("SELECT id FROM seen"));
    }
    assertFalse(trial.impatient().build().upgrade().isEmpty());
    trial.requireDone();
  }

  private Optional<String> name(Connection holder) throws SQLException {
    Optional<String> query = waits().session();
    return query.isPresent()
        ? Optional.of(WaitingTrial.read(holder, query.orElseThrow()))
        : Optional.empty();
  }

  /**
   * Who may not see other sessions is told none, and that does not fail on its own.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void withoutRightsNobodyIsNamed() throws Exception {
    DataSource database = emptyDatabase();
    Optional<DataSource> limited = waits().withoutRights(database);
    assumeTrue(limited.isPresent(), "every user sees all there is to see");
    WaitingTrial trial = WaitingTrial.on(waits(), limited.orElseThrow());
    try (Connection holder = database.getConnection()) {
      trial.hold(holder);
      Migrator migrator = trial.impatient().build();
      StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("did not get its locks"), message);
      assertFalse(message.contains("query: "), message);
      assertEquals(waits().namesForAll(), !message.contains("not known"), message);
    }
    trial.impatient().build().upgrade();
    trial.requireDone();
  }

  /**
   * A call inside the caller's own transaction waits for itself, and says so.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void aCallThatWaitsForItsOwnCallerSaysSo() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    try (Connection caller = trial.database().getConnection()) {
      trial.hold(caller);
      Migrator migrator = trial.impatient().build();
      StatementException failure = assertThrows(StatementException.class, migrator::upgrade);
      String message = String.valueOf(failure.getMessage());
      assertEquals(waits().session().isPresent(), message.contains("waits for itself"), message);
    }
  }
}

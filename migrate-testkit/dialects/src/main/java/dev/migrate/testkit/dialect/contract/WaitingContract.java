package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.engine.Migrator;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.StatementDelayed;
import dev.migrate.report.StatementException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /** What a test allows for a busy machine. */
  long SLACK = 1_500;

  /** The longest time that readers had to wait, as milliseconds, until the work has ended. */
  private long longestRead(DataSource database, CompletableFuture<?> work) throws Exception {
    long longest = 0;
    while (!work.isDone()) {
      long begin = System.nanoTime();
      try (Connection connection = database.getConnection()) {
        WaitingTrial.read(connection, "SELECT COUNT(*) FROM t");
      } catch (SQLException failure) {
        if (!waits().isHidden(failure)) {
          throw failure;
        }
      }
      longest = Math.max(longest, millisSince(begin));
      Thread.sleep(20);
    }
    return longest;
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }

  /**
   * Others wait for one attempt at most, the upgrade ends right after the session that is in its
   * way, and listeners learn of each statement once.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void anUpgradeBehindAnotherSessionEndsRightAfterIt() throws Exception {
    WaitingTrial trial = WaitingTrial.on(this);
    List<MigrationEvent> events = Collections.synchronizedList(new ArrayList<>());
    Migrator migrator = trial.patient().listener(events::add).build();
    CompletableFuture<Long> ended;
    long released;
    long longest;
    try (Connection holder = trial.database().getConnection()) {
      trial.hold(holder);
      ended =
          CompletableFuture.supplyAsync(
              () -> {
                migrator.upgrade();
                return System.nanoTime();
              });
      CompletableFuture<Void> held =
          CompletableFuture.runAsync(
              () -> {}, CompletableFuture.delayedExecutor(HELD, TimeUnit.MILLISECONDS));
      longest = longestRead(trial.database(), held);
      assertFalse(ended.isDone(), "nobody was in the way");
      holder.rollback();
      released = System.nanoTime();
      holder.setAutoCommit(true);
    }
    longest = Math.max(longest, longestRead(trial.database(), ended));
    long after = TimeUnit.NANOSECONDS.toMillis(ended.get() - released);
    assertTrue(longest <= trial.shortest().toMillis() + SLACK, longest + " ms for a reader");
    assertTrue(after <= trial.shortest().toMillis() + SLACK, after + " ms after the other session");
    assertTrue(events.stream().anyMatch(StatementDelayed.class::isInstance), events.toString());
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

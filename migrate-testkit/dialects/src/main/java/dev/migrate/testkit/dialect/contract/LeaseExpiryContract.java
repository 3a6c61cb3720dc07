package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.code;
import static dev.migrate.testkit.dialect.contract.LeaseTrial.LONG;
import static dev.migrate.testkit.dialect.contract.LeaseTrial.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.LockException;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A lease outlives no holder for longer than its length, and is renewed as long as its holder
 * lives.
 */
public interface LeaseExpiryContract extends DatabaseContract {

  /**
   * The lease of a killed holder is free after its length.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theLeaseOfADeadHolderEnds() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    FailingDataSource dying = new FailingDataSource(trial.database().dataSource());
    dying.dieAt("c2_b", Moment.AFTER);
    assertThrows(Killed.class, () -> LeaseTrial.leasing(dying, SHORT).upgrade());
    long token = trial.token();
    long begin = System.nanoTime();
    trial.leasing(SHORT).upgrade();
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    trial.requireDone();
    assertTrue(waited < SHORT.toMillis() + 3_000, () -> "waited for " + waited + " ms");
    assertTrue(trial.token() > token);
  }

  /**
   * Who does not wait so long learns who has the lease: process, host, since and until when.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void theHolderIsNamed() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    FailingDataSource dying = new FailingDataSource(trial.database().dataSource());
    dying.dieAt("c2_b", Moment.AFTER);
    assertThrows(Killed.class, () -> LeaseTrial.leasing(dying, LONG).upgrade());
    Migrator impatient = trial.builder(LONG).lockTimeout(Duration.ofMillis(300)).build();
    String message =
        String.valueOf(assertThrows(LockException.class, impatient::upgrade).getMessage());
    for (String word :
        List.of("process " + ProcessHandle.current().pid() + " on ", "since 2", "until 2", "UTC")) {
      assertTrue(message.contains(word), message);
    }
    if (!trial.database().dialect().capabilities().transactionalDdl()) {
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
    LeaseTrial trial = LeaseTrial.on(this);
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
                              trial
                                  .database()
                                  .rows(
                                      "SELECT expires_at > "
                                          + trial.support().serverTime()
                                          + ", changes > 4, working FROM "
                                          + trial.lock()
                                          + " WHERE part = 'heartbeat'"));
                        })));
    trial.database().on(slow).lease(SHORT).build().upgrade();
    assertEquals(1, renewed.size());
    assertTrue(
        renewed.get(0).matches("(1|true) (1|true) statement 1 of revision slow"), renewed.get(0));
    assertEquals("[x] slow", trial.database().states(slow));
  }

  /**
   * Rows that somebody removed come again with a greater token, once a holder that there may be has
   * had the time to notice.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void anEmptiedTableIsFilledAgain() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    trial.leasing(SHORT).upgrade("r1");
    for (String condition : List.of("", " WHERE part = 'heartbeat'")) {
      long token = trial.token();
      trial.database().execute("DELETE FROM " + trial.lock() + condition);
      long begin = System.nanoTime();
      trial.leasing(SHORT).upgrade("+1");
      long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      assertTrue(waited >= SHORT.toMillis(), () -> "waited for " + waited + " ms only");
      assertTrue(trial.token() > token);
      trial.leasing(SHORT).downgrade("-1");
    }
    long token = trial.token();
    trial.database().execute("DROP TABLE " + trial.lock());
    trial.leasing(SHORT).upgrade();
    assertTrue(trial.token() > token);
    trial.requireDone();
  }

  /**
   * A lease that is not renewed for its length is free, also if the clock of the server was set
   * back, and says that it is valid for another day.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aClockThatWasSetBackKeepsNobodyWaiting() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    trial.leasing(SHORT).upgrade("r1");
    trial
        .database()
        .execute(
            "UPDATE "
                + trial.lock()
                + " SET holder = 'a dead one', expires_at = TIMESTAMP '2999-01-01 00:00:00',"
                + " length_ms = 700");
    long begin = System.nanoTime();
    trial.leasing(SHORT).upgrade();
    long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    assertTrue(waited >= 700 && waited < 5_000, () -> "waited for " + waited + " ms");
    trial.requireDone();
    assertFalse(trial.database().query("SELECT token FROM " + trial.lock()).isEmpty());
  }
}

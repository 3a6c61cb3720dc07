package dev.migrate.testkit.dialect.contract;

import static dev.migrate.testkit.dialect.contract.LeaseTrial.LONG;
import static dev.migrate.testkit.dialect.contract.LeaseTrial.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.engine.Migrator;
import dev.migrate.report.LockException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CutOffDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever lost its lease stops and records nothing. */
public interface LeaseLossContract extends DatabaseContract {

  /**
   * Whose lease was taken over stops, and records nothing: before a revision.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoLostTheLeaseRecordsNothing() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    Migrator zombie =
        trial.builder(LONG).listener(LeaseTrial.whenStarted("r2", trial::takeOver)).build();
    LockException lost = assertThrows(LockException.class, zombie::upgrade);
    assertTrue(String.valueOf(lost.getMessage()).contains("another"), lost.getMessage());
    assertEquals("[r0, r1]", lost.done().toString());
    assertEquals("[x] r0, [x] r1, [ ] r2, [ ] r3", trial.states());
    assertTrue(
        trial.database().migrator(LeaseTrial.revisions()).drift().isEmpty(),
        "nothing of r2 is there");
    trial.free();
    trial.leasing(LONG).upgrade();
    trial.requireDone();
  }

  /**
   * Whose lease was taken over in the middle of a revision does not record the statement that it
   * has just executed; the next one finds out.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoLostTheLeaseDoesNotConfirmAStatement() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    Migrator zombie =
        trial.builder(LONG).listener(TestDatabase.after("r2", 1, trial::takeOver)).build();
    assertThrows(LockException.class, zombie::upgrade);
    String after = trial.states();
    assertTrue(
        after.equals("[x] r0, [x] r1, [ ] r2, [ ] r3")
            || after.equals("[x] r0, [x] r1, [up] r2, [ ] r3"),
        after);
    trial.free();
    trial.leasing(LONG).upgrade();
    trial.requireDone();
  }

  /**
   * A process that was paused for longer than its lease, and whose heartbeat is cut off, stops
   * before its next statement; another one has taken over and done everything.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void aPausedProcessStops() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    CutOffDataSource cut = new CutOffDataSource(trial.database().dataSource());
    Migrator next = trial.builder(SHORT).lockTimeout(Duration.ofSeconds(20)).build();
    Migrator zombie =
        new TestDatabase(cut)
            .on(LeaseTrial.revisions())
            .lease(SHORT)
            .listener(
                LeaseTrial.whenStarted(
                    "r2",
                    () -> {
                      cut.cut();
                      loseSessionLock(trial, cut.first());
                      next.upgrade();
                    }))
            .build();
    assertThrows(LockException.class, zombie::upgrade);
    trial.requireDone();
  }

  /** On another node of a cluster there is no lock of this session. */
  private static void loseSessionLock(LeaseTrial trial, Connection connection) {
    try {
      assertTrue(
          trial
              .database()
              .dialect()
              .lock(QualifiedName.exactly("migrate_history"))
              .release(connection));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * The holder of a lease whose rows somebody removed stops.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoseRowsWereRemovedStops() throws SQLException {
    LeaseTrial trial = LeaseTrial.on(this);
    Migrator holder =
        trial
            .builder(LONG)
            .listener(
                LeaseTrial.whenStarted(
                    "r2",
                    () -> {
                      try {
                        trial.database().execute("DELETE FROM " + trial.lock());
                      } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                      }
                    }))
            .build();
    assertThrows(LockException.class, holder::upgrade);
    assertEquals("[x] r0, [x] r1, [ ] r2, [ ] r3", trial.states());
  }
}

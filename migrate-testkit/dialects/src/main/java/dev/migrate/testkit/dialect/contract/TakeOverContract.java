package dev.migrate.testkit.dialect.contract;

import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.LockException;
import dev.migrate.testkit.dialect.database.TestDatabase;
import dev.migrate.testkit.dialect.jdbc.CountingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Killed;
import dev.migrate.testkit.dialect.jdbc.FailingDataSource.Moment;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * How soon a process that waits takes over from one that was killed: it counts the attempts,
 * because times depend on the machine. Between two attempts is one second at most.
 */
public interface TakeOverContract extends DatabaseContract {

  /** After so many attempts the pauses are long beside what a server needs to end a session. */
  int ATTEMPTS_BEFORE = 6;

  /** One may come before the server has ended the session of the holder. */
  int ATTEMPTS_AFTER = 2;

  private static Revision[] revisions() {
    return new Revision[] {
      Revision.of(Lineage.of("r1").root(), op -> op.createTable("t", column("a", integer()))),
      Revision.of(Lineage.of("r2").after("r1"), op -> op.addColumn("t", column("b", integer())))
    };
  }

  /**
   * The process that waits has the lock at its second attempt after the death at most, and goes on
   * where the other one was.
   *
   * @throws Exception if the database does not work
   */
  @Test
  default void whoWaitsTakesOverAtItsNextAttempt() throws Exception {
    DataSource database = emptyDatabase();
    FailingDataSource mortal = new FailingDataSource(database);
    CountingDataSource patient = new CountingDataSource(database);
    CompletableFuture<Void> waits = new CompletableFuture<>();
    mortal.dieAt("ADD COLUMN", Moment.BEFORE);
    assertThrows(
        Killed.class,
        () ->
            new TestDatabase(mortal)
                .on(revisions())
                .listener(
                    TestDatabase.after(
                        "r1",
                        1,
                        () -> {
                          waits.completeAsync(
                              () -> {
                                migrator(patient, revisions()).upgrade();
                                return null;
                              });
                          awaitAttempts(patient);
                        }))
                .build()
                .upgrade());
    List<String> before = patient.sql();
    waits.get(60, TimeUnit.SECONDS);
    List<String> all = patient.sql();
    int attempts = Collections.frequency(all.subList(before.size(), all.size()), attempt(before));
    String counted = attempts + " attempts after the death: " + all;
    assertTrue(attempts >= 1 && attempts <= ATTEMPTS_AFTER, counted);
    assertEquals("[x] r1, [x] r2", new TestDatabase(database).states(revisions()));
  }

  /**
   * Who gives up sooner than the holder may is told so; who does not want to wait knows it.
   *
   * @throws SQLException if the database does not work
   */
  @Test
  default void whoGivesUpSoonerThanTheHolderIsToldSo() throws SQLException {
    TestDatabase probe = new TestDatabase(emptyDatabase());
    List<String> told = new ArrayList<>();
    probe
        .on(revisions())
        .listener(
            TestDatabase.after(
                "r1",
                1,
                () -> {
                  told.add(refusal(probe, Duration.ofMillis(100)));
                  told.add(refusal(probe, Duration.ZERO));
                }))
        .build()
        .upgrade();
    String sooner = "it may itself wait 120 s for a busy table (statementLockLimit)";
    assertTrue(told.get(0).contains(sooner), told.get(0));
    assertFalse(told.get(1).contains(sooner), told.get(1));
  }

  private static String refusal(TestDatabase probe, Duration timeout) {
    Migrator other = probe.on(revisions()).lockTimeout(timeout).build();
    return String.valueOf(assertThrows(LockException.class, other::upgrade).getMessage());
  }

  private static void awaitAttempts(CountingDataSource waiting) {
    long begin = System.nanoTime();
    while (Collections.frequency(waiting.sql(), attempt(waiting.sql())) < ATTEMPTS_BEFORE) {
      if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(60)) {
        throw new AssertionError("no attempts: " + waiting.sql());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  /** With what an attempt to take the lock begins: nothing else is repeated by who waits. */
  private static String attempt(List<String> sql) {
    return sql.stream()
        .filter(text -> Collections.frequency(sql, text) > 3)
        .findFirst()
        .orElse("none so far");
  }
}

package dev.migrate.testkit.dialect.contract;

import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.process.ProcessTrial;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Many processes start at once, and the one that migrates is killed: another goes on, every
 * revision runs once, and every process that lives returns. {@code -Dmigrate.test.processes=64
 * -Dmigrate.test.rounds=100} tries more.
 */
public interface ProcessContract extends DatabaseContract {

  /** A new, empty database that other processes reach by its URL. */
  UrlDataSource sharedDatabase();

  /**
   * Rounds with a kill in each.
   *
   * @throws SQLException if the database does not work
   * @throws InterruptedException if the test is interrupted
   */
  @Test
  default void aKilledProcessIsReplacedByOneThatWaits(TestReporter reporter)
      throws SQLException, InterruptedException {
    int processes = Integer.getInteger("migrate.test.processes", 8);
    int rounds = Integer.getInteger("migrate.test.rounds", 10);
    long seed = Long.getLong("migrate.test.rounds.seed", System.nanoTime());
    reporter.publishEntry("seed", String.valueOf(seed));
    try (ProcessTrial trial = new ProcessTrial(processes, seed)) {
      for (int round = 0; round < rounds; round++) {
        trial.round(sharedDatabase());
      }
      reporter.publishEntry("take-over after each kill", trial.takeOvers().toString());
    }
  }
}

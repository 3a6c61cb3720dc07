package dev.migrate.testkit.dialect.contract;

import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.dialect.process.ProcessTrial;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

  /** How many processes there are; a server has many. */
  default int processes() {
    return 8;
  }

  /**
   * Rounds; in every second one, a process is killed.
   *
   * @throws SQLException if the database does not work
   * @throws InterruptedException if the test is interrupted
   */
  @Test
  default void aKilledProcessIsReplacedByOneThatWaits(TestReporter reporter)
      throws SQLException, InterruptedException {
    int processes = Integer.getInteger("migrate.test.processes", processes());
    int rounds = Integer.getInteger("migrate.test.rounds", 10);
    int seed = Integer.getInteger("migrate.test.rounds.seed", new Random().nextInt());
    reporter.publishEntry("seed", String.valueOf(seed));
    try (ProcessTrial trial = new ProcessTrial(processes, seed, Optional.empty())) {
      for (int round = 0; round < rounds; round++) {
        if (round % 2 == 0) {
          trial.roundWithAKill(List.of(sharedDatabase()));
        } else {
          trial.round(List.of(sharedDatabase()));
        }
      }
      reporter.publishEntry("take-over after each kill", trial.takeOvers().toString());
    }
  }
}

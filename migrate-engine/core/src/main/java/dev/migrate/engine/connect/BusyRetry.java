package dev.migrate.engine.connect;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;

/** Tries again what failed only because another session is at work at the moment. */
final class BusyRetry {

  private static final long PAUSE = 20;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Asks the database for something. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  private BusyRetry() {}

  static <T> T ask(Question<T> question, Predicate<SQLException> isBusy) throws SQLException {
    long begin = System.nanoTime();
    while (true) {
      try {
        return question.ask();
      } catch (SQLException failure) {
        if (!isBusy.test(failure) || System.nanoTime() - begin > LONGEST.toNanos()) {
          throw failure;
        }
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return question.ask();
      }
    }
  }
}

package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;

/**
 * At how many points runs were killed, and how they ended: by themselves, or after an answer.
 * Thread-safe.
 */
final class CrashFigure {

  private final String what;
  private final AtomicInteger resumed = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * A figure.
   *
   * @param what what was killed, in words
   */
  CrashFigure(String what) {
    this.what = what;
  }

  /** One more run was ended by the next. */
  void resumed() {
    resumed.incrementAndGet();
  }

  /** One more run was ended once a question was answered. */
  void asked() {
    asked.incrementAndGet();
  }

  /** The tests, and after them one that reports the figure. */
  Stream<DynamicTest> after(Stream<DynamicTest> tests, TestReporter reporter) {
    return Stream.concat(
        tests,
        Stream.of(
            dynamicTest("the figure", () -> reporter.publishEntry("killed: " + what, toString()))));
  }

  @Override
  public String toString() {
    int points = resumed.get() + asked.get();
    return points + " points, " + resumed + " resumed, " + asked + " asked and answered";
  }
}

package dev.migrate.commands.progress;

import java.time.Duration;
import java.util.Locale;

/** Durations, rates and the bar, in words and characters. */
final class ProgressText {

  private static final int BAR = 20;
  private static final int NARROW = 79;
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int SECOND = 1_000;

  private ProgressText() {}

  /** A duration that people read: {@code 40 ms}, {@code 3 s}, {@code 2 min 5 s}. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    long seconds = duration.toSeconds();
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    return seconds < HOUR
        ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
        : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
  }

  /** A duration in whole seconds, for what changes on the screen. */
  static String seconds(Duration duration) {
    return duration.toSeconds() == 0 ? "0 s" : duration(duration);
  }

  /** Statements in a time: {@code 12/s}, or the time for one if that is longer than a second. */
  static String rate(int statements, Duration time) {
    long millis = Math.max(1, time.toMillis());
    double rate = statements * (double) SECOND / millis;
    return rate >= 1
        ? String.format(Locale.ROOT, rate < BAR / 2.0 ? "%.1f/s" : "%.0f/s", rate)
        : duration(Duration.ofMillis(millis / statements)) + " each";
  }

  /** A bar of 20 characters, or of 10 where there is little room. */
  static String bar(double share, int columns) {
    int length = columns < NARROW ? BAR / 2 : BAR;
    int full = (int) Math.floor(share * length);
    return "[" + "#".repeat(full) + "-".repeat(length - full) + "]";
  }

  /** A text in at most so many columns. */
  static String cut(String text, int columns) {
    if (text.codePointCount(0, text.length()) <= columns) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
  }

  /** A statement in one line. */
  static String oneLine(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }
}

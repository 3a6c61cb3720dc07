package dev.migrate.picture.page;

import dev.migrate.picture.svg.Markup;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/** Words and small pieces that several sections have. */
final class Texts {

  private Texts() {}

  static String counted(long count, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
  }

  static String time(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.SECONDS)
        .toString()
        .replace('T', ' ')
        .replace("Z", " UTC");
  }

  static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    long seconds = duration.toSeconds();
    return seconds < 3_600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds / 60 % 60);
  }

  /** A paragraph. */
  static void paragraph(String text, Markup page) {
    page.element("p", text).line();
  }

  /** What could not be found out, and why. */
  static void problem(String what, String message, Markup page) {
    page.open("div", "class", "problem").element("p", what);
    page.element("pre", message).close().line();
  }

  /** A list of short texts; of very many, the first ones. */
  static void list(String lead, Collection<?> items, int most, Markup page) {
    if (items.isEmpty()) {
      return;
    }
    page.element("p", lead).open("ul");
    items.stream().limit(most).forEach(item -> page.element("li", item.toString()));
    if (items.size() > most) {
      page.element("li", "and " + counted(items.size() - most, "more", "more"));
    }
    page.close().line();
  }

  /** The start of a long text, which says what is left out. */
  static String start(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    String rest = counted(text.length() - end, "more character", "more characters");
    return text.substring(0, end) + "\n… and " + rest;
  }
}

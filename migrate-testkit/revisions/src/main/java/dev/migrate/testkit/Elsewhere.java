package dev.migrate.testkit;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * Lets something happen as if on another machine: there it is another day, and texts are written in
 * another language.
 */
final class Elsewhere {

  /** Twelve hours behind Greenwich. */
  private static final String WEST = "Etc/GMT+12";

  /** Fourteen hours before Greenwich: it is always at least one day later than in the west. */
  private static final String EAST = "Etc/GMT-14";

  private Elsewhere() {}

  static <T> T inTheWest(Supplier<T> body) {
    return in(WEST, Locale.ROOT, body);
  }

  /** Where {@code i} has no capital without a dot. */
  static <T> T inTheEast(Supplier<T> body) {
    return in(EAST, Locale.forLanguageTag("tr-TR"), body);
  }

  private static <T> T in(String zone, Locale locale, Supplier<T> body) {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(locale);
      return body.get();
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }
}

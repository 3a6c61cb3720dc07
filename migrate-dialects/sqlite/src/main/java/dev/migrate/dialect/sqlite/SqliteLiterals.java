package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.ansi.AnsiLiterals;
import java.time.OffsetDateTime;

/**
 * How SQLite writes constants. It has no types for dates and times: they are text as its own
 * functions write it, {@code 2024-02-29 10:00:00}, instants in UTC as {@code CURRENT_TIMESTAMP} is.
 * True is 1, and false 0.
 *
 * @see <a href="https://www.sqlite.org/lang_datefunc.html">Date and time functions</a>
 */
final class SqliteLiterals extends AnsiLiterals {

  @Override
  protected String truth(boolean value) {
    return value ? "1" : "0";
  }

  @Override
  protected String instant(OffsetDateTime instant) {
    return super.instant(instant).replace("+00:00'", "'");
  }

  @Override
  protected String typed(String type, String text) {
    return text(text);
  }
}

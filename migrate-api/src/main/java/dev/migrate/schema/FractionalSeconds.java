package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/** The fractional digits of the seconds that a time can have. */
final class FractionalSeconds {

  /** The default: microseconds, as in the SQL standard. */
  static final int STANDARD = 6;

  private FractionalSeconds() {}

  static void require(String type, int digits) {
    if (digits < 0 || digits > 9) {
      throw new DefinitionException(
          type + "(" + digits + ") is not a valid type",
          "give the seconds 0 to 9 fractional digits");
    }
  }

  static String text(int digits) {
    return digits == STANDARD ? "" : "(" + digits + ")";
  }
}

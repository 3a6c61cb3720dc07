package dev.migrate.schema;

import dev.migrate.error.DefinitionException;

/** The digits after the second that a time can keep. */
final class FractionalSeconds {

  /** What a time keeps by default: microseconds, as SQL has it. */
  static final int STANDARD = 6;

  private FractionalSeconds() {}

  static void require(String type, int digits) {
    if (digits < 0 || digits > 9) {
      throw new DefinitionException(
          type + "(" + digits + ") is not a valid type", "give it 0 to 9 digits after the second");
    }
  }

  static String text(int digits) {
    return digits == STANDARD ? "" : "(" + digits + ")";
  }
}

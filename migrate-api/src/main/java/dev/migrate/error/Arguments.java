package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** Checks for arguments that are invalid in every call. */
public final class Arguments {

  private Arguments() {}

  /**
   * Checks that an argument is not null.
   *
   * @param what the argument in words, such as {@code the name of a table}
   * @throws DefinitionException if it is null
   */
  public static <T> T requireGiven(@Nullable T value, String what) {
    if (value == null) {
      throw new DefinitionException(what + " is null", "pass a value, or remove the call");
    }
    return value;
  }

  /**
   * Checks that a text has no unpaired surrogate, because databases would store something else in
   * its place.
   *
   * @param what the text in words, such as {@code the message of revision 002}
   * @throws DefinitionException if it has one
   */
  public static String requireWholeCharacters(String text, String what) {
    if (!hasWholeCharacters(text)) {
      throw new DefinitionException(
          what + " contains an unpaired surrogate, which is not a character",
          "write whole characters, and cut texts only between them");
    }
    return text;
  }

  /**
   * Whether a text has no unpaired surrogate.
   *
   * @return false if it has one
   */
  public static boolean hasWholeCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE) {
        boolean isPair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}

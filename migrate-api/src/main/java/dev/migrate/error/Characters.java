package dev.migrate.error;

/** What every text that goes into a database or a history has in common. */
public final class Characters {

  private Characters() {}

  /**
   * Refuses half a surrogate pair, which databases store as a question mark, in silence. It comes
   * of a text that was cut in the middle of a character beyond the first 65,536.
   *
   * @param what what the text is, such as {@code a label}
   * @param text the text
   * @return the text
   * @throws DefinitionException if a character of it is half of a surrogate pair
   */
  public static String requireWhole(String what, String text) {
    int half = half(text);
    if (half >= 0) {
      throw new DefinitionException(
          what + " has half a surrogate pair at index " + half,
          "cut texts between characters, such as with String.offsetByCodePoints");
    }
    return text;
  }

  /**
   * Whether a text has no half of a surrogate pair.
   *
   * @param text the text
   * @return false if it has one
   */
  public static boolean areWhole(String text) {
    return half(text) < 0;
  }

  /** The index of the first half of a pair; negative if there is none. */
  private static int half(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}

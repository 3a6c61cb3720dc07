package dev.migrate.picture.text;

import java.util.Locale;

/** How many columns of a terminal a text takes, and which characters it can show. */
public final class DisplayWidth {

  private DisplayWidth() {}

  /** The columns of a text: two for each wide character, none for a combining one. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  private static boolean isWide(int character) {
    return between(character, 0x1100, 0x115F)
        || between(character, 0x2E80, 0xA4CF)
        || between(character, 0xAC00, 0xD7A3)
        || between(character, 0xF900, 0xFAFF)
        || between(character, 0xFE30, 0xFE6F)
        || between(character, 0xFF00, 0xFF60)
        || between(character, 0xFFE0, 0xFFE6)
        || between(character, 0x1F300, 0x1FAFF)
        || between(character, 0x20000, 0x3FFFD);
  }

  private static boolean between(int character, int first, int last) {
    return first <= character && character <= last;
  }

  /**
   * The text on one line, as it can be shown: white space becomes single spaces. Control characters
   * and those that change the direction of writing are written as {@code <U+001B>}.
   */
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> visible.append(shown(c)));
    return visible.toString();
  }

  private static String shown(int character) {
    int type = Character.getType(character);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.SURROGATE
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || between(character, 0x202A, 0x202E)
            || between(character, 0x2066, 0x2069)
            || character == 0x200E
            || character == 0x200F
            || character == 0x061C;
    return hidden
        ? String.format(Locale.ROOT, "<U+%04X>", character)
        : Character.toString(character);
  }

  /** The start of a text that takes at most so many columns. */
  public static String start(String text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      used += of(character);
      if (used > columns) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  /**
   * A text that takes at most so many columns.
   *
   * @param ellipsis what stands for a part that is left out
   */
  public static String shortened(String text, int columns, String ellipsis) {
    if (of(text) <= columns) {
      return text;
    }
    int room = columns - of(ellipsis);
    return room <= 0 ? start(text, columns) : start(text, room).stripTrailing() + ellipsis;
  }
}

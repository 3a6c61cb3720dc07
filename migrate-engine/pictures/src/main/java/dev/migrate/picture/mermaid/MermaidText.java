package dev.migrate.picture.mermaid;

import dev.migrate.picture.text.DisplayWidth;
import java.util.Locale;

/** Texts in Mermaid, in which everything but letters, digits and a few signs is a code. */
final class MermaidText {

  private static final String PLAIN = " _.,()/=+*!?…";

  private MermaidText() {}

  /** A text for a place between double quotes. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    DisplayWidth.visible(text).codePoints().forEach(character -> append(character, quoted));
    return quoted.toString();
  }

  private static void append(int character, StringBuilder quoted) {
    if (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0) {
      quoted.appendCodePoint(character);
    } else {
      quoted.append('#').append(character).append(';');
    }
  }

  /**
   * A text as one word of letters, digits and underscores that begins with a letter.
   *
   * @param text any text
   * @param fallback what to begin with if the text does not begin with a letter
   */
  static String word(String text, String fallback) {
    String word = text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    boolean isWord = !word.isEmpty() && Character.isLetter(word.charAt(0));
    return isWord ? word : fallback + "_" + word.toLowerCase(Locale.ROOT);
  }
}

package dev.migrate.picture.svg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes elements with attributes and text, which are escaped: whatever a name contains, it stays
 * text. What XML cannot hold, and characters that change the direction of writing, are written as
 * {@code <U+202E>}. Not thread-safe.
 */
public final class Markup {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String element, String... attributes) {
    begin(element, attributes);
    text.append('>');
    open.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  public Markup close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element that contains nothing. */
  public Markup empty(String element, String... attributes) {
    begin(element, attributes);
    text.append("/>");
    return this;
  }

  /** Writes an HTML element that never contains anything, such as {@code meta}. */
  public Markup single(String element, String... attributes) {
    begin(element, attributes);
    text.append('>');
    return this;
  }

  /** Writes an element that contains text alone. */
  public Markup element(String element, String content, String... attributes) {
    return open(element, attributes).text(content).close();
  }

  /** Writes text. */
  public Markup text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** Begins a line. */
  public Markup line() {
    text.append('\n');
    return this;
  }

  /**
   * Writes markup that is known to be sound.
   *
   * @param markup text that this library made
   */
  public Markup raw(CharSequence markup) {
    text.append(markup);
    return this;
  }

  private void begin(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
  }

  /** The number of characters so far. */
  public int length() {
    return text.length();
  }

  /** A number as SVG has it, with one decimal where it is not whole. */
  public static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** A text in which nothing has a meaning for a reader of XML or HTML. */
  public static String escaped(String content) {
    StringBuilder escaped = new StringBuilder(content.length() + 16);
    content.codePoints().forEach(character -> append(character, escaped));
    return escaped.toString();
  }

  private static void append(int character, StringBuilder escaped) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      case '\n', '\t' -> escaped.append((char) character);
      default -> {
        if (isHidden(character)) {
          escaped.append(String.format(Locale.ROOT, "&lt;U+%04X&gt;", character));
        } else {
          escaped.appendCodePoint(character);
        }
      }
    }
  }

  private static boolean isHidden(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || (character & 0xFFFE) == 0xFFFE
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

package dev.migrate.commands.text;

import java.util.Objects;

/**
 * A part of a line. Characters that would move the cursor, or do something else to a terminal, are
 * shown as a space or as {@code ?}. Immutable.
 *
 * @param text the text
 * @param paint how it looks
 */
public record Span(String text, Paint paint) {

  /** Removes what is not text. */
  public Span {
    Objects.requireNonNull(paint, "paint");
    text = plain(text);
  }

  /** A part that looks as the text around it. */
  public static Span of(String text) {
    return new Span(text, Paint.PLAIN);
  }

  private static String plain(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    text.chars()
        .mapToObj(c -> (char) c)
        .forEach(c -> plain.append(Character.isISOControl(c) ? replacement(c) : c));
    return plain.toString();
  }

  private static char replacement(char control) {
    return Character.isWhitespace(control) ? ' ' : '?';
  }

  Span part(int from, int to) {
    return new Span(text.substring(from, to), paint);
  }
}

package dev.migrate.picture.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture as lines of text, the newest revision first. Immutable and thread-safe; {@code
 * toString()} is the text without colours.
 *
 * @param lines the lines, each in pieces; none if there are no revisions
 */
public record TextPicture(List<List<TextSpan>> lines) {

  /** Copies. */
  public TextPicture {
    lines = lines.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return lines.stream().map(TextPicture::line).collect(Collectors.joining("\n"));
  }

  private static String line(List<TextSpan> spans) {
    return spans.stream().map(TextSpan::text).collect(Collectors.joining()).stripTrailing();
  }
}

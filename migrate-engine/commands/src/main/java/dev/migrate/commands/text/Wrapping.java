package dev.migrate.commands.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Breaks a line at its spaces. A word that is too long stays whole, so that it can be copied. */
final class Wrapping {

  private Wrapping() {}

  /**
   * Breaks a line.
   *
   * @param width the number of columns
   * @param indent the number of spaces at the start of every line but the first
   */
  static List<List<Span>> lines(List<Span> line, int width, int indent) {
    String text = line.stream().map(Span::text).collect(Collectors.joining());
    List<List<Span>> lines = new ArrayList<>();
    int start = 0;
    int room = width;
    int least = indent;
    while (Columns.of(text.substring(start)) > room) {
      int space = space(text, start, Math.max(room, 1), least);
      if (space < 0) {
        break;
      }
      lines.add(indented(part(line, start, space), lines.isEmpty() ? 0 : indent));
      start = space + 1;
      room = width - indent;
      least = 0;
    }
    lines.add(indented(part(line, start, text.length()), lines.isEmpty() ? 0 : indent));
    return lines;
  }

  /** The last space that leaves a line within the room, or else the first one after it. */
  private static int space(String text, int start, int room, int least) {
    int end = start + Columns.end(text.substring(start), room);
    int space = text.lastIndexOf(' ', end);
    return space > start + least ? space : text.indexOf(' ', Math.max(end, start + least + 1));
  }

  private static List<Span> indented(List<Span> line, int indent) {
    if (indent == 0) {
      return line;
    }
    List<Span> all = new ArrayList<>();
    all.add(Span.of(" ".repeat(indent)));
    all.addAll(line);
    return all;
  }

  private static List<Span> part(List<Span> line, int from, int to) {
    List<Span> part = new ArrayList<>();
    int place = 0;
    for (Span span : line) {
      int length = span.text().length();
      int first = Math.max(0, from - place);
      int last = Math.min(length, to - place);
      if (first < last) {
        part.add(span.part(first, last));
      }
      place += length;
    }
    return part;
  }
}

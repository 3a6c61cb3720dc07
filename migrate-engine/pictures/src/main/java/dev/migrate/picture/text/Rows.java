package dev.migrate.picture.text;

import dev.migrate.picture.text.TextSpan.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Puts words beside the lines of a picture, within the width. Not thread-safe. */
final class Rows {

  /** Fewer columns than that for words make no sense. */
  private static final int LEAST = 20;

  /** A message that has less room than that is left out. */
  private static final int SHORTEST_MESSAGE = 8;

  private final int width;
  private final TextSymbols symbols;
  private final List<List<TextSpan>> rows = new ArrayList<>();

  Rows(int width, TextSymbols symbols) {
    this.width = width;
    this.symbols = symbols;
  }

  /** A row of lines without words. */
  void lines(String text) {
    rows.add(List.of(new TextSpan(Role.LINE, text)));
  }

  /** A remark about the whole picture. */
  void note(String text) {
    wrapped(List.of(new TextSpan(Role.LINE, "")), "", List.of(new TextSpan(Role.NOTE, text)));
  }

  /**
   * A revision: its words, and as much of its message as fits beside them.
   *
   * @param node the lines beside the first row, with the revision's own sign
   * @param lines the lines beside further rows
   */
  void revision(List<TextSpan> node, String lines, RevisionWords words) {
    wrapped(node, lines, words.words());
    List<TextSpan> last = rows.get(rows.size() - 1);
    int room = width - last.stream().mapToInt(span -> DisplayWidth.of(span.text())).sum() - 1;
    String message = words.message();
    if (!message.isEmpty() && room >= Math.min(SHORTEST_MESSAGE, DisplayWidth.of(message))) {
      List<TextSpan> more = new ArrayList<>(last);
      String text = DisplayWidth.shortened(message, room, symbols.ellipsis());
      more.add(new TextSpan(Role.MESSAGE, " " + text));
      rows.set(rows.size() - 1, more);
    }
  }

  /** Words below a revision. */
  void notes(String lines, List<TextSpan> notes) {
    String indented = lines + "  ";
    for (TextSpan note : notes) {
      List<TextSpan> words = new ArrayList<>();
      for (String word : note.text().split(" ", -1)) {
        words.add(new TextSpan(note.role(), word));
      }
      wrapped(List.of(new TextSpan(Role.LINE, indented)), indented, words);
    }
  }

  /** Words with a space between them, on as many rows as they need. */
  private void wrapped(List<TextSpan> first, String lines, List<TextSpan> words) {
    Deque<TextSpan> open = new ArrayDeque<>(words);
    List<TextSpan> row = new ArrayList<>(first);
    int start = first.stream().mapToInt(span -> DisplayWidth.of(span.text())).sum();
    int room = Math.max(LEAST, width - start);
    int used = 0;
    while (!open.isEmpty()) {
      TextSpan word = open.removeFirst();
      int needed = DisplayWidth.of(word.text()) + (used == 0 ? 0 : 1);
      if (used + needed <= room) {
        row.add(new TextSpan(word.role(), (used == 0 ? "" : " ") + word.text()));
        used += needed;
      } else if (used == 0) {
        String part = DisplayWidth.start(word.text(), room);
        open.addFirst(new TextSpan(word.role(), word.text().substring(part.length())));
        open.addFirst(new TextSpan(word.role(), part));
      } else {
        rows.add(row);
        row = new ArrayList<>(List.of(new TextSpan(Role.LINE, lines)));
        used = 0;
        open.addFirst(word);
      }
    }
    rows.add(row);
  }

  TextPicture picture() {
    return new TextPicture(rows);
  }
}

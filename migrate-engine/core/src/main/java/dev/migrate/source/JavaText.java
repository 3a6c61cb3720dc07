package dev.migrate.source;

import java.util.ArrayList;
import java.util.List;

/** Texts as Java literals. */
final class JavaText {

  /** How long a literal is at most before it is continued on the next line. */
  private static final int LONGEST = 72;

  /** A class file holds 65,535 bytes in a constant, and a character takes three at most. */
  private static final int CONSTANT = 21_000;

  private JavaText() {}

  /**
   * A literal; a long one is several, with a plus between them. The compiler makes one constant of
   * them again, so one that a class file cannot hold is joined when it runs.
   */
  static Layout of(String text) {
    if (text.length() <= CONSTANT) {
      return constant(text);
    }
    List<Layout> arguments = new ArrayList<>();
    arguments.add(Layout.text("\"\""));
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + CONSTANT);
      to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
      arguments.add(constant(text.substring(from, to)));
      from = to;
    }
    return JavaCode.on("String", "join", arguments).layout();
  }

  private static Layout constant(String text) {
    List<Layout> parts = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      String escaped = escaped(piece);
      if (line.length() > 0 && line.length() + escaped.length() > LONGEST) {
        parts.add(Layout.text('"' + line.toString() + '"'));
        line.setLength(0);
      }
      line.append(escaped);
    }
    parts.add(Layout.text('"' + line.toString() + '"'));
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return Layout.level(4, Layout.joined(parts, Layout.mayBreak(" "), Layout.text("+ ")));
  }

  /** Words with the blanks after them, and long words in parts. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int[] characters = text.codePoints().toArray();
    for (int at = 0; at < characters.length; at++) {
      piece.appendCodePoint(characters[at]);
      boolean blank = Character.isWhitespace(characters[at]);
      boolean nextBlank = at + 1 < characters.length && Character.isWhitespace(characters[at + 1]);
      if ((blank && !nextBlank) || piece.length() >= LONGEST / 2) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    pieces.add(piece.toString());
    return pieces;
  }

  /** The text between the quotes of a literal. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(character -> escape(character, escaped));
    return escaped.toString();
  }

  private static void escape(int character, StringBuilder to) {
    switch (character) {
      case '"' -> to.append("\\\"");
      case '\\' -> to.append("\\\\");
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      default -> {
        if (isPlain(character)) {
          to.appendCodePoint(character);
        } else {
          for (char half : Character.toChars(character)) {
            to.append(String.format("\\u%04x", (int) half));
          }
        }
      }
    }
  }

  /** Whether an editor shows a character as it is. */
  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> true;
    };
  }
}

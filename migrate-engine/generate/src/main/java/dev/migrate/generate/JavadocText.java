package dev.migrate.generate;

import java.util.ArrayList;
import java.util.List;

/** The comment of a class. Lines are broken as google-java-format breaks them. */
final class JavadocText {

  private static final int COLUMNS = 100;

  private JavadocText() {}

  /**
   * A comment.
   *
   * @param summary becomes the first sentence
   * @param remarks become paragraphs
   * @param losses become a list
   */
  static String of(String summary, List<String> remarks, List<String> losses) {
    List<String> lines = new ArrayList<>();
    List<String> words = words(summary);
    if (words.isEmpty()) {
      words.add("A revision");
    }
    int last = words.size() - 1;
    if (!words.get(last).matches(".*[.!?]")) {
      words.set(last, words.get(last) + ".");
    }
    String first = String.join(" ", words);
    if (remarks.isEmpty() && losses.isEmpty() && first.length() + 7 <= COLUMNS) {
      return "/** " + first + " */\n";
    }
    lines.addAll(wrapped(" * ", " * ", words));
    for (String remark : remarks) {
      List<String> paragraph = words(remark);
      if (!paragraph.isEmpty()) {
        paragraph.set(0, "<p>" + paragraph.get(0));
        lines.add(" *");
        lines.addAll(wrapped(" * ", " * ", paragraph));
      }
    }
    if (!losses.isEmpty()) {
      lines.addAll(List.of(" *", " * <p>Destroys:", " *", " * <ul>"));
      for (String loss : losses) {
        List<String> item = words(loss.isBlank() ? "data" : loss);
        item.set(0, "<li>" + item.get(0));
        lines.addAll(wrapped(" *   ", " *       ", item));
      }
      lines.add(" * </ul>");
    }
    return "/**\n" + String.join("\n", lines) + "\n */\n";
  }

  private static List<String> wrapped(String start, String indent, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(start);
    boolean isFirst = true;
    for (String word : words) {
      if (!isFirst && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(isFirst ? "" : " ").append(word);
      }
      isFirst = false;
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (!Character.isWhitespace(character) && !Character.isSpaceChar(character)) {
                escape(character, word);
              } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /** What is a tag, ends a comment, or is a Unicode escape of Java. */
  private static void escape(int character, StringBuilder to) {
    switch (character) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '@', '*', '\\', '{', '}' -> to.append("&#").append(character).append(';');
      default -> {
        if (isPlain(character)) {
          to.appendCodePoint(character);
        } else {
          to.append("&#").append(character).append(';');
        }
      }
    }
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}

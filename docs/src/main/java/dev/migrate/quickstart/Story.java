package dev.migrate.quickstart;

import java.io.PrintStream;

/** Prints the quickstart as numbered chapters. Not thread-safe. */
final class Story {

  private static final int WIDTH = 92;

  private final PrintStream out;
  private int chapter;

  Story(PrintStream out) {
    this.out = out;
  }

  void title(String text) {
    out.println(text);
  }

  void chapter(String title) {
    chapter++;
    out.println();
    out.println(chapter + ". " + title);
    out.println();
  }

  /** Prints text below the chapter's title, indented; an empty text leaves a line free. */
  void say(String text) {
    text.lines().forEach(line -> out.println(("   " + line).stripTrailing()));
    if (text.isEmpty()) {
      out.println();
    }
  }

  /** Prints a text that may be long, a few lines of it. */
  void tell(String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        say(line.toString());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    say(line.toString());
  }
}

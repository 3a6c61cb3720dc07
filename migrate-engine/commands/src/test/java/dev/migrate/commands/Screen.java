package dev.migrate.commands;

import java.util.ArrayList;
import java.util.List;

/** What a terminal shows after it got a text: carriage returns write over what is there. */
final class Screen {

  private Screen() {}

  /** The lines on the screen, without colours and trailing blanks. */
  static String of(String written) {
    List<String> lines = new ArrayList<>();
    for (String line : written.replaceAll("\u001b\\[[0-9;]*m", "").split("\n", -1)) {
      StringBuilder shown = new StringBuilder();
      for (String part : line.split("\r", -1)) {
        shown.replace(0, Math.min(shown.length(), part.length()), part);
      }
      lines.add(shown.toString().stripTrailing());
    }
    return String.join("\n", lines).strip();
  }
}

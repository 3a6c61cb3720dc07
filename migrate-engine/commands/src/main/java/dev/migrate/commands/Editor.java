package dev.migrate.commands;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.generate.GeneratorException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The editor of the user: a program and its arguments. No shell reads them.
 *
 * @param command the program and its arguments
 */
record Editor(List<String> command) {

  Editor {
    command = List.copyOf(command);
  }

  /**
   * The editor that the environment names: {@code VISUAL}, or else {@code EDITOR}.
   *
   * @param file what is to be opened, for the message
   * @throws DefinitionException if neither is set, or a quote is not closed
   */
  static Editor of(Map<String, String> environment, Path file) {
    for (String name : List.of("VISUAL", "EDITOR")) {
      List<String> words = words(name, environment.getOrDefault(name, ""));
      if (!words.isEmpty()) {
        return new Editor(words);
      }
    }
    throw new DefinitionException(
        Facts.of("it is not known which editor to open")
            .with("because", "neither VISUAL nor EDITOR is set")
            .with("file", file.toString())
            .next("set EDITOR, for example to \"code --wait\" or vi, or open the file yourself"));
  }

  /** Splits as a shell does: at blanks, except between quotes. */
  private static List<String> words(String name, String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (quote != 0 && character == quote) {
        quote = 0;
      } else if (quote != 0 || !(Character.isWhitespace(character) || isQuote(character))) {
        word.append(character);
        isWord = true;
      } else if (isQuote(character)) {
        quote = character;
        isWord = true;
      } else if (isWord) {
        words.add(word.toString());
        word.setLength(0);
        isWord = false;
      }
    }
    if (quote != 0) {
      throw new DefinitionException(
          "a quote in " + name + " is not closed: " + text, "close it with another " + quote);
    }
    if (isWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isQuote(char character) {
    return character == '"' || character == '\'';
  }

  /**
   * Opens a file, and waits until the editor ends.
   *
   * @throws GeneratorException if it cannot be started, or fails
   */
  void open(Path file) {
    List<String> line = new ArrayList<>(command);
    line.add(file.toString());
    try {
      int code = new ProcessBuilder(line).inheritIO().start().waitFor();
      if (code != 0) {
        throw failed(line, "it ended with the exit code " + code, null);
      }
    } catch (IOException failure) {
      throw failed(line, String.valueOf(failure.getMessage()), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed(line, "this process was interrupted while it waited", interrupted);
    }
  }

  private static GeneratorException failed(
      List<String> line, String because, @Nullable Throwable cause) {
    return new GeneratorException(
        Facts.of("the editor failed")
            .with("command", String.join(" ", line))
            .with("because", because)
            .next("correct VISUAL or EDITOR, or open the file yourself"),
        cause);
  }
}

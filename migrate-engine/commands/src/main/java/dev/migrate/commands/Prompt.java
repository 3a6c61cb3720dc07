package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks on a terminal until an answer is valid, a few times at most. Not thread-safe. */
final class Prompt {

  private static final int TRIES = 5;

  /** Empty lines do not count: the second half of a line end of Windows is one. */
  private static final int LINES = 20;

  private static final int NONE = 0;

  private final Terminal terminal;
  private String reason = "there is no terminal";

  Prompt(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * What a line means, or why it means nothing.
   *
   * @param value the meaning; empty if it is refused
   * @param problem why it is refused; blank if it is not
   */
  record Parsed<T>(Optional<T> value, String problem) {

    static <T> Parsed<T> as(T value) {
      return new Parsed<>(Optional.of(value), "");
    }

    static <T> Parsed<T> refused(String problem) {
      return new Parsed<>(Optional.empty(), problem);
    }
  }

  /** Why the last question has no answer. */
  String reason() {
    return reason;
  }

  /** Asks for a number from 1, or n for none of them; empty if there is no answer. */
  Optional<Integer> number(String question, int highest) {
    String range = (highest == 1 ? "1" : "1 to " + highest) + ", or n for none";
    Optional<Integer> answer =
        parsed(question + " [" + range + "]", line -> numbered(line, highest));
    if (answer.equals(Optional.of(NONE))) {
      reason = "the answer was no";
      return Optional.empty();
    }
    return answer;
  }

  private static Parsed<Integer> numbered(String line, int highest) {
    if (line.equalsIgnoreCase("n") || line.equalsIgnoreCase("no")) {
      return Parsed.as(NONE);
    }
    String range = (highest == 1 ? "1" : "1 to " + highest) + ", or n for none";
    return line.matches("[0-9]{1,4}")
            && Integer.parseInt(line) >= 1
            && Integer.parseInt(line) <= highest
        ? Parsed.as(Integer.parseInt(line))
        : Parsed.refused("type a number: " + range);
  }

  /** Asks for yes or no; empty if there is no answer. */
  Optional<Boolean> yes(String question) {
    return parsed(
        question + " [y/n]",
        line ->
            switch (line.toLowerCase(Locale.ROOT)) {
              case "y", "yes" -> Parsed.as(true);
              case "n", "no" -> Parsed.as(false);
              default -> Parsed.refused("type y for yes, or n for no");
            });
  }

  /** Asks for a line with a meaning; empty if there is no answer. An empty line is asked again. */
  <T> Optional<T> parsed(String question, Function<String, Parsed<T>> parser) {
    if (!terminal.isInteractive()) {
      return Optional.empty();
    }
    int refused = 0;
    for (int i = 0; i < LINES && refused < TRIES; i++) {
      terminal.out().print(question + ": ");
      terminal.out().flush();
      Optional<String> line = terminal.readLine();
      if (line.isEmpty()) {
        terminal.out().println();
        reason = "the input ended before the answer";
        return Optional.empty();
      }
      Parsed<T> parsed =
          line.get().isBlank() ? Parsed.refused("") : parser.apply(line.get().strip());
      if (parsed.value().isPresent()) {
        return parsed.value();
      }
      if (!parsed.problem().isBlank()) {
        refused++;
        terminal.out().println("  " + parsed.problem().replace("\n", "\n  "));
      }
    }
    reason = "no answer was valid";
    return Optional.empty();
  }
}

package dev.migrate.commands;

import dev.migrate.report.Check;
import dev.migrate.report.ModelCheck;
import java.util.ArrayList;
import java.util.List;

/** The commands that do what a comparison advises in code. */
final class CheckAdvice {

  private CheckAdvice() {}

  /** Commands to go on with, those first that have to run first; possibly none. */
  static List<String> commands(Check check) {
    List<String> commands = new ArrayList<>();
    if (!check.conflicts().isEmpty()) {
      commands.add("db conflicts");
      commands.add("db merge");
    }
    if (!check.drift().isEmpty()) {
      commands.add("db drift");
    }
    boolean runs = !check.pending().isEmpty() || !check.unfinished().isEmpty();
    if (runs && check.conflicts().isEmpty() && check.edited().isEmpty()) {
      commands.addAll(
          check.unfinished().isEmpty() ? List.of("db plan", "db upgrade") : List.of("db upgrade"));
    }
    if (!check.model().map(ModelCheck::isEmpty).orElse(true)) {
      commands.add("db migrate -m \"…\"");
    }
    return commands;
  }
}

package dev.migrate.commands.advice;

import dev.migrate.report.Check;
import dev.migrate.report.Conflict;
import dev.migrate.report.ModelCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that do what a comparison advises in code. */
public final class CheckAdvice {

  private CheckAdvice() {}

  /** Commands to go on with, those first that have to run first; possibly none. */
  public static List<String> commands(Check check) {
    List<String> commands = new ArrayList<>(between(check.conflicts()));
    if (!check.drift().isEmpty()) {
      commands.add("db drift");
    }
    boolean runs = !check.pending().isEmpty() || !check.unfinished().isEmpty();
    if (runs && check.conflicts().isEmpty() && check.edited().isEmpty()) {
      commands.addAll(
          check.unfinished().isEmpty() ? List.of("db plan", "db upgrade") : List.of("db upgrade"));
    }
    commands.addAll(after(check.model()));
    return commands;
  }

  /** The same for what was compared without a database. */
  public static List<String> commands(List<Conflict> conflicts, Optional<ModelCheck> model) {
    List<String> commands = new ArrayList<>(between(conflicts));
    commands.addAll(after(model));
    return commands;
  }

  private static List<String> between(List<Conflict> conflicts) {
    return conflicts.isEmpty() ? List.of() : List.of("db conflicts", "db merge");
  }

  private static List<String> after(Optional<ModelCheck> model) {
    return model.map(ModelCheck::isEmpty).orElse(true) ? List.of() : List.of("db migrate -m \"…\"");
  }
}

package dev.migrate.commands;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say how a picture looks and where it goes. */
final class PictureOptions {

  private static final Set<String> NAMES =
      Set.of("--out", "--force", "--format", "--limit", "--width", "--ascii", "--schema");

  private PictureOptions() {}

  /** Refuses them where nothing is drawn. */
  static void requireNone(CommandSpec command) {
    List<String> given =
        command.options().stream()
            .filter(option -> NAMES.contains(option.longestName()))
            .filter(PictureOptions::isGiven)
            .map(OptionSpec::longestName)
            .toList();
    if (!given.isEmpty()) {
      throw new DefinitionException(
          Facts.of("--json has no place for " + String.join(", ", given))
              .with("because", "it prints every revision, and draws nothing")
              .with("left", "nothing was written")
              .next("leave out --json, or the other options"));
    }
  }

  private static boolean isGiven(OptionSpec option) {
    return option.getValue() != null && !option.getValue().equals(false);
  }
}

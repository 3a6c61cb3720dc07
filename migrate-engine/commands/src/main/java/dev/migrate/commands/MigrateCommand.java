package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db migrate}. */
@Command(
    name = "migrate",
    description = "Write the revision that is missing after a change of the model.")
final class MigrateCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("migrate");
  }
}

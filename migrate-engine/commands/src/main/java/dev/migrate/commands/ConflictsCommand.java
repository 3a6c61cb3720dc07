package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db conflicts}. */
@Command(name = "conflicts", description = "Show what parallel revisions disagree about.")
final class ConflictsCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("conflicts");
  }
}

package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db stamp}. */
@Command(name = "stamp", description = "Record revisions as applied without running them.")
final class StampCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("stamp");
  }
}

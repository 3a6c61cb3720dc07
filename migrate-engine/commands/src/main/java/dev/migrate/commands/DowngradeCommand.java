package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db downgrade}. */
@Command(name = "downgrade", description = "Revert to an earlier revision.")
final class DowngradeCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("downgrade");
  }
}

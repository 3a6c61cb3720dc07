package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db settle}. */
@Command(name = "settle", description = "Say whether a statement in doubt ran.")
final class SettleCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("settle");
  }
}

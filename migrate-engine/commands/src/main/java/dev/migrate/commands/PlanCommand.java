package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db plan}. */
@Command(name = "plan", description = "Show what an upgrade would do, with its SQL.")
final class PlanCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("plan");
  }
}

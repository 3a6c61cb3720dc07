package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db init}. */
@Command(name = "init", description = "Write the skeleton of an application's migrations.")
final class InitCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("init");
  }
}

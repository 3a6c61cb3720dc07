package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db current}. */
@Command(name = "current", description = "Show the revisions up to which the database is.")
final class CurrentCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("current");
  }
}

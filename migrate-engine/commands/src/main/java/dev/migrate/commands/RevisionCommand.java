package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db revision}. */
@Command(name = "revision", description = "Write an empty revision.")
final class RevisionCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("revision");
  }
}

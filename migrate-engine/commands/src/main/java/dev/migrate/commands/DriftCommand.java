package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db drift}. */
@Command(name = "drift", description = "Show what the database has and the revisions do not say.")
final class DriftCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("drift");
  }
}

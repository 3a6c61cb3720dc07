package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db branches}. */
@Command(name = "branches", description = "Show the revisions after which branches begin.")
final class BranchesCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("branches");
  }
}

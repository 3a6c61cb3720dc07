package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db merge}. */
@Command(name = "merge", description = "Write the revision that joins branches.")
final class MergeCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("merge");
  }
}

package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db graph}. */
@Command(name = "graph", description = "Draw the graph of the revisions.")
final class GraphCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("graph");
  }
}

package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db edit}. */
@Command(name = "edit", description = "Open a revision in the editor.")
final class EditCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("edit");
  }
}

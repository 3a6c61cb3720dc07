package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** Shows the revisions without a child. */
@Command(name = "heads", description = "Show the revisions that no other follows.")
final class HeadsCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    db.migrator().revisions().heads().forEach(terminal.out()::println);
    return ExitCode.OK;
  }
}

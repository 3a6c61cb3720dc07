package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db upgrade}. */
@Command(name = "upgrade", description = "Upgrade to a later revision.")
final class UpgradeCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    terminal.out().println(db.migrator().upgrade());
    return ExitCode.OK;
  }
}

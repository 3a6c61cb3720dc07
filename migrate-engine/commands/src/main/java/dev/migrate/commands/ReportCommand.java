package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code db report}. */
@Command(name = "report", description = "Write a report as one HTML page.")
final class ReportCommand extends DbSubcommand {

  @Override
  int run(Terminal terminal) {
    throw new UnsupportedOperationException("report");
  }
}

package dev.migrate.commands;

import dev.migrate.commands.json.DifferenceJson;
import dev.migrate.commands.text.DriftText;
import dev.migrate.report.Drift;
import picocli.CommandLine.Command;

/** {@code db drift}. */
@Command(
    name = "drift",
    description = {
      "Show how the database differs from what its applied revisions declare.",
      "Exits with 2 if it does."
    },
    exitCodeList = {"0:success", "1:an error", "2:the database differs"},
    footer = {"  db drift"})
final class DriftCommand extends ReadingCommand {

  @Override
  Answer read() {
    Drift drift = migrator().drift();
    return new Answer(
        DifferenceJson.of(drift),
        page -> DriftText.print(drift, page),
        drift.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCES);
  }
}

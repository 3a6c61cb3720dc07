package dev.migrate.commands;

import dev.migrate.commands.entry.Status;
import dev.migrate.commands.json.StatusJson;
import dev.migrate.commands.text.Paint;
import dev.migrate.commands.text.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db status}. */
@Command(
    name = "status",
    aliases = "info",
    description = {
      "Show every revision with its state on the database, in the order in which they run.",
      "Also shows what needs attention."
    },
    exitCodeList = {
      "0:success",
      "1:an error",
      "2:with --check, something is pending, unfinished or edited"
    },
    footer = {"  db status", "  db status --check"})
final class StatusCommand extends ReadingCommand {

  @Option(
      names = "--check",
      description = "Exit with 2 if anything is pending, unfinished or edited.")
  boolean check;

  @Override
  Answer read() {
    Status status = Status.of(migrator());
    return new Answer(
        StatusJson.of(status),
        page -> {
          if (status.revisions().isEmpty()) {
            page.facts(NoRevisions.TEXT, Paint.PLAIN);
          } else {
            StatusText.print(status, page);
          }
        },
        status.problem().isPresent()
            ? ExitCode.ERROR
            : check && !status.isContent() ? ExitCode.DIFFERENCES : ExitCode.OK);
  }
}

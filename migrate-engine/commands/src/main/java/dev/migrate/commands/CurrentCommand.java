package dev.migrate.commands;

import dev.migrate.commands.entry.RevisionEntries;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.RevisionJson;
import dev.migrate.commands.text.Paint;
import dev.migrate.report.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db current}. */
@Command(
    name = "current",
    description = "Show the revisions that the database is at, and those that have not ended.",
    exitCodeList = {
      "0:success",
      "1:an error",
      "2:with --check-heads, the database is not at every head"
    },
    footer = {"  db current -v"})
final class CurrentCommand extends ReadingCommand {

  @Option(
      names = {"-c", "--check-heads"},
      description = "Exit with 2 unless the database is at every head.")
  boolean checkHeads;

  @Override
  Answer read() {
    List<RevisionInfo> history = migrator().history();
    List<RevisionEntry> current =
        RevisionEntries.of(migrator().revisions(), history).all().stream()
            .filter(entry -> entry.isCurrent() || hasBegun(entry.database().orElseThrow()))
            .toList();
    boolean isBehind = history.stream().anyMatch(info -> !info.isApplied());
    return new Answer(
        JsonObject.EMPTY.with("revisions", RevisionJson.of(current)).with("atHeads", !isBehind),
        page -> {
          RevisionLists.places(current, verbose, "no revision is applied", page);
          if (checkHeads && isBehind) {
            page.text("the database is not at every head", Paint.NOTICE);
          }
        },
        checkHeads && isBehind ? ExitCode.DIFFERENCES : ExitCode.OK);
  }

  private static boolean hasBegun(RevisionInfo info) {
    return switch (info.state()) {
      case GOING_UP, GOING_DOWN -> true;
      case PENDING, DONE -> false;
    };
  }
}

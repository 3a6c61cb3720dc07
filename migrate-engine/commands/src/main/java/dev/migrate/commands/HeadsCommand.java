package dev.migrate.commands;

import dev.migrate.commands.entry.RevisionEntries;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.RevisionJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db heads}. */
@Command(
    name = "heads",
    description = "Show the revisions without children. Needs no database.",
    footer = {"  db heads -v"})
final class HeadsCommand extends ReadingCommand {

  @Option(
      names = "--resolve-dependencies",
      description = "Leave out heads on which another revision depends.")
  boolean effective;

  @Override
  Answer read() {
    List<RevisionEntry> heads =
        RevisionEntries.of(revisions()).all().stream()
            .filter(entry -> effective ? !entry.isNeeded() : entry.isHead())
            .toList();
    return Answer.of(
        JsonObject.EMPTY.with("revisions", RevisionJson.of(heads)),
        page -> RevisionLists.places(heads, verbose, NoRevisions.TEXT, page));
  }
}

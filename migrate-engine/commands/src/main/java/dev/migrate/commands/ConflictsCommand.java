package dev.migrate.commands;

import dev.migrate.commands.json.ConflictJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.report.Conflict;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code db conflicts}. */
@Command(
    name = "conflicts",
    description = {
      "Show what parallel revisions disagree about, and how to solve it. Needs no database.",
      "Exits with 2 if there are conflicts."
    },
    footer = {"", "Example:", "  db conflicts"})
final class ConflictsCommand extends ReadingCommand {

  @Override
  Answer read() {
    List<Conflict> conflicts = db.migrator().conflicts();
    return new Answer(
        JsonObject.EMPTY.with("conflicts", ConflictJson.of(conflicts)),
        page -> print(conflicts, page),
        conflicts.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCES);
  }

  private static void print(List<Conflict> conflicts, Page page) {
    if (conflicts.isEmpty()) {
      page.text("there are no conflicts: any order of the branches leads to the same schema");
    }
    for (int i = 0; i < conflicts.size(); i++) {
      if (i > 0) {
        page.blank();
      }
      page.facts(conflicts.get(i).toString(), Paint.BAD);
    }
  }
}

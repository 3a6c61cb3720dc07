package dev.migrate.commands;

import dev.migrate.commands.json.ConflictJson;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.Conflict;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code db conflicts}. */
@Command(
    name = "conflicts",
    description = {
      "Show what parallel revisions disagree about, and how to solve it. Needs no database: if no"
          + " dialect is known, the strictest rules for names apply.",
      "Exits with 2 if there are conflicts."
    },
    exitCodeList = {"0:success", "1:an error", "2:there are conflicts"},
    footer = {"  db conflicts", "  db merge"})
final class ConflictsCommand extends ReadingCommand {

  @Mixin DialectOption dialect = new DialectOption();

  @Override
  Answer read() {
    RevisionGraph graph = revisions();
    List<Conflict> conflicts = rules().map(graph::conflicts).orElseGet(graph::conflicts);
    return new Answer(
        JsonObject.EMPTY.with("conflicts", ConflictJson.of(conflicts)),
        page -> print(conflicts, page),
        conflicts.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCES);
  }

  /** The application is not asked for a migrator that may connect. */
  private Optional<Dialect> rules() {
    return dialect
        .named()
        .or(
            () ->
                db.dialect().isPresent() || db.revisions().isEmpty()
                    ? dialect()
                    : Optional.empty());
  }

  private static void print(List<Conflict> conflicts, Page page) {
    if (conflicts.isEmpty()) {
      page.text("there are no conflicts: any order of the branches leads to the same schema");
    }
    for (int i = 0; i < conflicts.size(); i++) {
      if (i > 0) {
        page.blank();
      }
      page.factsWithCode(conflicts.get(i).toString(), Paint.BAD);
    }
    if (!conflicts.isEmpty()) {
      page.blank();
      page.text(
          "commands: db merge writes the revision after both, with the reconciliation if it can be"
              + " derived");
    }
  }
}

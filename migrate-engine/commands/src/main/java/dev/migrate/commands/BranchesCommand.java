package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.entry.RevisionEntries;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.RevisionJson;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.RevisionText;
import dev.migrate.commands.text.Span;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code db branches}. */
@Command(
    name = "branches",
    description =
        "Show the revisions with several children, and these children. Needs no database.",
    footer = {"  db branches -v"})
final class BranchesCommand extends ReadingCommand {

  @Override
  Answer read() {
    RevisionEntries all = RevisionEntries.of(revisions());
    List<RevisionEntry> points = all.all().stream().filter(RevisionEntry::isBranchPoint).toList();
    return Answer.of(
        JsonObject.EMPTY.with("revisions", RevisionJson.of(points)),
        page -> {
          if (points.isEmpty()) {
            page.text("no revision has several children: there are no branches");
          }
          points.forEach(point -> print(point, all, page));
        });
  }

  private void print(RevisionEntry point, RevisionEntries all, Page page) {
    RevisionLists.places(List.of(point), verbose, "", page);
    for (RevisionId child : point.children()) {
      List<Span> line = new ArrayList<>(List.of(Span.of("  -> ")));
      line.addAll(RevisionText.place(all.of(child)));
      if (!all.of(child).purpose().isEmpty()) {
        line.add(Span.of(", " + all.of(child).purpose()));
      }
      page.line(line);
    }
  }
}

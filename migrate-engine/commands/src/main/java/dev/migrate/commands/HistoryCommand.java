package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.entry.RevisionEntries;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.RevisionJson;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.report.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db history}. */
@Command(
    name = "history",
    description = {
      "List the revisions, the newest first.",
      "Needs no database, unless -i is given or the range depends on what is applied."
    },
    footer = {"  db history -i", "  db history -r 002:heads", "  db history -r current:"})
final class HistoryCommand extends ReadingCommand {

  private static final String ALL = "base:heads";

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "<from:to>",
      defaultValue = ALL,
      description = "A range such as 002:, :003 or -2:current; both ends are included.")
  String range = ALL;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark what is applied, and list what only the database knows.")
  boolean indicateCurrent;

  @Override
  Answer read() {
    RevisionGraph graph = revisions();
    Optional<List<RevisionId>> offline = indicateCurrent ? Optional.empty() : graph.range(range);
    List<RevisionEntry> newestFirst =
        new ArrayList<>(
            offline.isPresent() ? RevisionEntries.of(graph).of(offline.get()) : marked(graph));
    Collections.reverse(newestFirst);
    String none = graph.order().isEmpty() ? NoRevisions.TEXT : "no revision is in " + range;
    return Answer.of(
        JsonObject.EMPTY.with("range", range).with("revisions", RevisionJson.of(newestFirst)),
        page -> RevisionLists.lines(newestFirst, verbose, none, page));
  }

  private List<RevisionEntry> marked(RevisionGraph graph) {
    RevisionEntries all = RevisionEntries.of(graph, migrator().history());
    return range.equals(ALL)
        ? all.all()
        : all.of(migrator().history(range).stream().map(RevisionInfo::id).toList());
  }
}

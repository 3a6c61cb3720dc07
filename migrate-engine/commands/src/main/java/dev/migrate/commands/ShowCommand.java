package dev.migrate.commands;

import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.commands.entry.RevisionEntries;
import dev.migrate.commands.entry.RevisionEntry;
import dev.migrate.commands.json.JsonObject;
import dev.migrate.commands.json.RevisionJson;
import dev.migrate.commands.json.ShownRevisionJson;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.commands.text.RecordingText;
import dev.migrate.commands.text.RevisionText;
import dev.migrate.commands.text.StepText;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.ScriptStep;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db show}. */
@Command(
    name = "show",
    description = {
      "Show one revision: its place in the graph and its operations.",
      "Needs no database, unless -i is given, the revision depends on what is applied,",
      "or --sql is given and the dialect is not known."
    },
    footer = {"  db show head", "  db show 002 --sql --dialect postgresql"})
final class ShowCommand extends ReadingCommand {

  @Parameters(
      paramLabel = "<revision>",
      defaultValue = "head",
      description = "An id or its start, head, current, label@head; head by default.")
  String target = "head";

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Show whether it is applied; also find what only the database knows.")
  boolean indicateCurrent;

  @Option(names = "--sql", description = "Show the statements that it executes.")
  boolean sql;

  @Mixin DialectOption dialect = new DialectOption();

  @Override
  Answer read() {
    RevisionGraph graph = revisions();
    if (graph.order().isEmpty() && !indicateCurrent) {
      throw new DefinitionException(NoRevisions.FACTS);
    }
    RevisionEntry entry = entry(graph);
    Optional<Recording> recording =
        entry.isUnknown()
            ? Optional.empty()
            : Optional.of(Recording.of(graph.revision(entry.id())));
    Optional<ScriptStep> step =
        sql && recording.isPresent() ? Optional.of(step(graph, entry.id())) : Optional.empty();
    return Answer.of(
        JsonObject.EMPTY
            .with("revision", RevisionJson.of(entry))
            .and(ShownRevisionJson.of(recording, step)),
        page -> print(entry, recording, step, page));
  }

  private RevisionEntry entry(RevisionGraph graph) {
    Optional<RevisionId> offline = indicateCurrent ? Optional.empty() : graph.find(target);
    return offline.isPresent()
        ? RevisionEntries.of(graph).of(offline.get())
        : RevisionEntries.of(graph, migrator().history()).of(migrator().show(target).id());
  }

  private ScriptStep step(RevisionGraph graph, RevisionId id) {
    Dialect shown = dialect.named().or(this::dialect).orElseGet(() -> migrator().databaseDialect());
    return OfflineMigrator.of(shown, graph).revisionScript(id).steps().get(0);
  }

  private static void print(
      RevisionEntry entry, Optional<Recording> recording, Optional<ScriptStep> step, Page page) {
    page.facts(RevisionText.details(entry).toString(), Paint.NAME);
    if (recording.isEmpty()) {
      page.text("its operations are in the history of the database, not in the code");
    }
    recording.ifPresent(recorded -> RecordingText.print(recorded, page));
    step.ifPresent(each -> StepText.statements(each, 0, page));
  }
}

package dev.migrate.commands;

import dev.migrate.Reconciliation.Variant;
import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.generate.NewRevision;
import dev.migrate.generate.RevisionSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db merge}. */
@Command(
    name = "merge",
    description = {
      "Write the revision that joins branches.",
      "Where they conflict, it declares what each does after the other, if that can be derived."
          + " Needs no database."
    },
    footer = {"  db merge", "  db merge -m \"join email and name\" 002_add_email 002_rename_user"})
final class MergeCommand extends WritingCommand {

  @Option(
      names = {"-m", "--message"},
      paramLabel = "<message>",
      description = "What it is for; class and file are named after it.")
  String message = "";

  @Parameters(
      paramLabel = "<revision>",
      arity = "0..*",
      description = "The revisions to join; by default all heads.")
  List<String> revisions = new ArrayList<>();

  @Override
  int run(Terminal terminal) {
    RevisionGraph graph = known();
    List<RevisionId> joined =
        revisions.isEmpty() ? List.copyOf(graph.heads()) : NamedRevisions.of(graph, revisions);
    if (joined.size() < 2) {
      terminal.out().println("nothing to merge: " + only(joined, graph));
      return ExitCode.OK;
    }
    List<Variant> reconciliation = new JoinedBranches(graph, joined).reconciliation();
    RevisionSource source =
        NewRevision.of(graph)
            .after(joined)
            .packageName(packageOf(graph))
            .join(message, reconciliation);
    if (dryRun) {
      terminal.out().print(source);
      return ExitCode.OK;
    }
    terminal.out().println("wrote " + source.writeTo(sources()));
    terminal.out().println(source.lineage());
    print(terminal, reconciliation.stream().map(MergeCommand::described).toList());
    printNext(terminal, source.className(), "read it");
    return ExitCode.OK;
  }

  private static String only(List<RevisionId> joined, RevisionGraph graph) {
    return joined.isEmpty()
        ? "there is no revision"
        : graph.heads().size() == 1
            ? "the only head is " + graph.heads().iterator().next()
            : "only " + joined.get(0) + " was named, and a join needs two";
  }

  private static String described(Variant variant) {
    String what =
        variant.operations().isEmpty()
            ? "does nothing"
            : String.join(", ", variant.operations().stream().map(Object::toString).toList());
    return variant.revision() + " after " + variant.after() + ": " + what;
  }
}

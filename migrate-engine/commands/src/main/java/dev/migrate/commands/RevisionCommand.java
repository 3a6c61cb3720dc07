package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.generate.NewRevision;
import dev.migrate.generate.RevisionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db revision}. */
@Command(
    name = "revision",
    description = {
      "Write a revision without operations, for a change that no model shows.",
      "Needs no database."
    },
    footer = {
      "  db revision -m \"move the avatars\"",
      "  db revision -m \"start billing\" --root --label billing"
    })
final class RevisionCommand extends WritingCommand {

  @Option(
      names = {"-m", "--message"},
      required = true,
      paramLabel = "<message>",
      description = "What it is for; class and file are named after it.")
  String message = "";

  @Option(
      names = "--after",
      paramLabel = "<revision>",
      description = "Put it after this revision, or these; by default after the head.")
  List<String> after = new ArrayList<>();

  @Option(
      names = "--depends-on",
      paramLabel = "<revision>",
      description = "A revision of another branch that must run before it.")
  List<String> dependencies = new ArrayList<>();

  @Option(names = "--label", paramLabel = "<label>", description = "A name for its branch.")
  List<String> labels = new ArrayList<>();

  @Option(names = "--root", description = "Put it after no revision, as the start of a branch.")
  boolean root;

  @Override
  int run(Terminal terminal) {
    RevisionGraph graph = known();
    List<RevisionId> parents = parents(graph);
    RevisionSource source =
        NewRevision.of(graph)
            .after(parents)
            .dependsOn(NamedRevisions.of(graph, dependencies))
            .labels(labels)
            .packageName(packageOf(graph))
            .draft(message);
    graph.with(new UnwrittenRevision(source.lineage()));
    if (dryRun) {
      terminal.out().print(source);
      return ExitCode.OK;
    }
    terminal.out().println("wrote " + source.writeTo(sources()));
    terminal.out().println(source.lineage());
    printBranch(graph, parents, terminal);
    printNext(terminal, source.className(), "write its operations");
    return ExitCode.OK;
  }

  private List<RevisionId> parents(RevisionGraph graph) {
    if (root && !after.isEmpty()) {
      throw new DefinitionException(
          Facts.of("--root and --after " + after.get(0) + " contradict each other")
              .with("left", "nothing was written")
              .next("keep one of them"));
    }
    if (root) {
      return List.of();
    }
    if (after.isEmpty() && graph.heads().size() > 1) {
      throw new DefinitionException(
          Facts.of("there are " + graph.heads().size() + " heads after which it could be put")
              .list("heads", graph.heads())
              .with("left", "nothing was written")
              .next(
                  "name one with --after, or join them first with db merge;\n"
                      + "with --after for each, it joins them itself"));
    }
    return after.isEmpty() ? List.copyOf(graph.heads()) : NamedRevisions.of(graph, after);
  }

  /** A branch is what --root and --after may make; nobody should make one unaware. */
  private static void printBranch(
      RevisionGraph graph, List<RevisionId> parents, Terminal terminal) {
    Set<RevisionId> heads = graph.heads();
    List<RevisionId> others = heads.stream().filter(head -> !parents.contains(head)).toList();
    if (!others.isEmpty()) {
      print(terminal, "a new branch beside", others);
    }
  }
}

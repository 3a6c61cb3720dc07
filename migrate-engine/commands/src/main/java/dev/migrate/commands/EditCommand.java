package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db edit}. */
@Command(
    name = "edit",
    description = {
      "Open the source of a revision in the editor.",
      "The editor is the program that VISUAL or EDITOR names. Needs no database."
    },
    footer = {"  db edit head", "  EDITOR=\"code --wait\" db edit 20261130_1005_add_email"})
final class EditCommand extends DbSubcommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "<revision>",
      defaultValue = "head",
      description = "The revision; by default the head.")
  String revision = "head";

  @Option(
      names = "--sources",
      paramLabel = "<folder>",
      description = "The folder of the sources; by default that of the application.")
  @Nullable Path sourceFolder;

  @Override
  int run(Terminal terminal) {
    Path file = file();
    Editor editor = Editor.of(System.getenv(), file);
    terminal.err().println("opening " + file);
    editor.open(file);
    return ExitCode.OK;
  }

  private Path file() {
    RevisionGraph graph = revisions();
    RevisionId id = NamedRevisions.one(graph, revision);
    Class<?> type = graph.revision(id).getClass();
    if (!graph.classes().contains(type)) {
      throw new DefinitionException(
          Facts.of("the revision " + id + " has no class of its own")
              .with("because", "it is made with Revision.of(…) or Revision.join(…)")
              .next("open the file in which it is made"));
    }
    Path sources = sourceFolder == null ? db.sources() : sourceFolder;
    Path file = sources.resolve(fileName(type));
    if (!Files.isRegularFile(file)) {
      throw new DefinitionException(
          Facts.of("the source of the revision " + id + " was not found")
              .with("class", type.getName())
              .with("looked for", file.toAbsolutePath().normalize().toString())
              .next(
                  "call from the folder of the application, or name the folder of the sources"
                      + " with --sources"));
    }
    return file;
  }

  private static String fileName(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    return outer.getName().replace('.', '/') + ".java";
  }
}

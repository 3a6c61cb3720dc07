package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.generate.NewRevision;
import dev.migrate.report.NoRevisionsException;
import dev.migrate.source.JavaNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that writes the Java source of a revision. */
abstract class WritingCommand extends DbSubcommand {

  @Option(
      names = "--package",
      paramLabel = "<package>",
      description = "The package of the class; by default that of the newest head's class.")
  @Nullable String packageName;

  @Option(
      names = "--sources",
      paramLabel = "<folder>",
      description = "The folder of the sources; by default that of the application.")
  @Nullable Path sourceFolder;

  @Option(names = "--dry-run", description = "Print the Java source, and write nothing.")
  boolean dryRun;

  /** The revisions so far; none in an application that has not written its first one. */
  final RevisionGraph known() {
    try {
      return revisions();
    } catch (NoRevisionsException none) {
      return RevisionGraph.of(List.of());
    }
  }

  /** The package of the new class. */
  final String packageOf(RevisionGraph graph) {
    if (packageName != null) {
      return checked(packageName);
    }
    return NewRevision.packageOf(graph)
        .or(() -> db.packageOfRevisions())
        .orElseThrow(
            () ->
                new DefinitionException(
                    Facts.of("it is not known in which package the revision belongs")
                        .with("because", "no head has a class that it could be put beside")
                        .with("left", "nothing was written")
                        .next(
                            "name the package with --package app.revision,\n"
                                + "or in the application with"
                                + " DbCommand.revisionsBeside(AppRevisions.class)")));
  }

  private static String checked(String name) {
    if (!JavaNames.isPackage(name)) {
      throw new DefinitionException(
          Facts.of("\"" + name + "\" is not the name of a Java package")
              .with("left", "nothing was written")
              .next("write a name such as app.revision"));
    }
    return name;
  }

  /**
   * The folder in which the folders of packages are.
   *
   * @throws DefinitionException if it does not exist
   */
  final Path sources() {
    Path folder = sourceFolder == null ? db.sources() : sourceFolder;
    if (!Files.isDirectory(folder)) {
      throw new DefinitionException(
          Facts.of("there is no folder of sources " + folder)
              .with("looked in", Path.of("").toAbsolutePath().toString())
              .with("left", "nothing was written")
              .next(
                  "call from the folder of the application, or name the folder with --sources,\n"
                      + "or in the application with DbCommand.sources(…)"));
    }
    return folder;
  }

  /** Prints texts, one after the other, indented. */
  static void print(Terminal terminal, List<?> texts) {
    texts.forEach(text -> terminal.out().println("  " + text.toString().replace("\n", "\n  ")));
  }

  /** Prints texts, each with what it is about in front. */
  static void print(Terminal terminal, String name, List<?> texts) {
    print(terminal, texts.stream().map(text -> name + ": " + text).toList());
  }

  /** Prints what to do with a new revision. */
  final void printNext(Terminal terminal, String className, String first) {
    terminal
        .out()
        .println(
            "next: "
                + first
                + (db.packageOfRevisions().isPresent()
                    ? ""
                    : "; add new " + className + "() where the revisions are listed, if they are")
                + "; compile, and run db upgrade");
  }
}

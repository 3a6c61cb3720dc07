package dev.migrate.commands;

import dev.migrate.commands.skeleton.BuildTool;
import dev.migrate.commands.skeleton.Database;
import dev.migrate.commands.skeleton.Skeleton;
import dev.migrate.commands.skeleton.SkeletonFile;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.source.JavaNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code db init}. */
@Command(
    name = "init",
    description = {
      "Write the skeleton of an application's migrations.",
      "A class with the commands, a model, the list of revisions and their test; and the build"
          + " file, if there is none. Replaces nothing. Needs no database, and no application yet."
    },
    footer = {
      "  db init --package com.acme.shop --dialect postgresql",
      "  db init --maven --hibernate"
    })
final class InitCommand extends DbSubcommand {

  @Option(
      names = "--package",
      paramLabel = "<package>",
      description = "The package of the application; by default ${DEFAULT-VALUE}.",
      defaultValue = "app")
  String packageName = "app";

  @Option(
      names = "--dialect",
      paramLabel = "<database>",
      description = "The database: ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.",
      converter = DatabaseConverter.class,
      completionCandidates = DatabaseConverter.class,
      defaultValue = "h2")
  Database database = Database.H2;

  @Option(names = "--hibernate", description = "Take the model from entity classes.")
  boolean hibernate;

  @Option(names = "--maven", description = "Build with Maven; by default what the folder has.")
  boolean maven;

  @Option(names = "--gradle", description = "Build with Gradle; by default what the folder has.")
  boolean gradle;

  @Option(
      names = "--folder",
      paramLabel = "<folder>",
      description = "The folder of the application; by default the current one.",
      defaultValue = "")
  Path folder = Path.of("");

  @Override
  int run(Terminal terminal) {
    if (!JavaNames.isPackage(packageName)) {
      throw new DefinitionException(
          Facts.of("\"" + packageName + "\" is not the name of a Java package")
              .with("left", "nothing was written")
              .next("write a name such as com.acme.shop"));
    }
    BuildTool tool = tool();
    Skeleton skeleton = new Skeleton(packageName, database, hibernate);
    Optional<Path> build = tool.file(folder);
    List<SkeletonFile> files = new ArrayList<>(skeleton.files());
    if (build.isEmpty()) {
      files.add(tool.buildFile(skeleton));
    }
    new NewFiles(folder).write(files);
    files.forEach(file -> terminal.out().println("wrote " + folder.resolve(file.path())));
    build.ifPresent(
        file -> {
          terminal.out().println("\n" + file + " needs these, if it does not have them:\n");
          terminal.out().print(tool.snippet(skeleton));
        });
    terminal.out().println();
    terminal.out().println(next(tool));
    return ExitCode.OK;
  }

  private String next(BuildTool tool) {
    return "next: change "
        + (hibernate ? "the entities" : "the model in AppModel")
        + "; then\n  "
        + (folder.toString().isEmpty() ? "" : "cd " + shown(folder) + "\n  ")
        + tool.call("migrate -m 'create account'")
        + "\n  "
        + tool.call("upgrade");
  }

  private static String shown(Path path) {
    String text = path.toString();
    return text.contains(" ") ? "\"" + text + "\"" : text;
  }

  private BuildTool tool() {
    if (maven && gradle) {
      throw new DefinitionException(
          Facts.of("--maven and --gradle contradict each other")
              .with("left", "nothing was written")
              .next("keep one of them"));
    }
    if (maven || gradle) {
      return maven ? BuildTool.MAVEN : BuildTool.GRADLE;
    }
    List<BuildTool> found = BuildTool.in(folder);
    if (found.size() != 1) {
      throw new DefinitionException(
          Facts.of(
                  found.isEmpty()
                      ? "there is no pom.xml and no build.gradle, so the build tool is not known"
                      : "there are a pom.xml and a build.gradle, so the build tool is not known")
              .with("looked in", folder.toAbsolutePath().normalize().toString())
              .with("left", "nothing was written")
              .next(
                  "specify it with --maven or --gradle"
                      + (found.isEmpty() ? "; its build file is written too" : "")));
    }
    return found.get(0);
  }
}

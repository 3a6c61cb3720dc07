package dev.migrate.commands;

import dev.migrate.generate.Answers;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that answer what a model leaves open. */
final class AnswerOptions {

  @Option(
      names = "--rename",
      paramLabel = "<old>=<new>",
      description = "An element has a new name, such as account.mail=email.")
  List<String> renamed = new ArrayList<>();

  @Option(
      names = "--drop",
      paramLabel = "<element>",
      description = "An element is dropped, with any data in it.")
  List<String> dropped = new ArrayList<>();

  @Option(
      names = "--keep",
      paramLabel = "<element>",
      description = "An element that the model does not have stays.")
  List<String> kept = new ArrayList<>();

  @Option(
      names = "--fill",
      paramLabel = "<column>=<value>",
      description = "Existing rows get this value, such as account.country=GB.")
  List<String> filled = new ArrayList<>();

  @Option(
      names = "--fill-sql",
      paramLabel = "<column>=<sql>",
      description = "Existing rows get the value of this expression.")
  List<String> filledBySql = new ArrayList<>();

  @Option(
      names = "--no-nulls",
      paramLabel = "<column>",
      description = "No row has NULL in a column that becomes NOT NULL.")
  List<String> withoutNulls = new ArrayList<>();

  @Option(
      names = "--allow-loss",
      paramLabel = "<column>",
      description = "Values of a column may be lost while it changes.")
  List<String> allowedLosses = new ArrayList<>();

  /**
   * The answers.
   *
   * @throws dev.migrate.error.DefinitionException if one is malformed
   */
  Answers answers() {
    List<String> flags = new ArrayList<>();
    add(flags, "--rename", renamed);
    add(flags, "--drop", dropped);
    add(flags, "--keep", kept);
    add(flags, "--fill", filled);
    add(flags, "--fill-sql", filledBySql);
    add(flags, "--no-nulls", withoutNulls);
    add(flags, "--allow-loss", allowedLosses);
    return Answers.parse(flags);
  }

  private static void add(List<String> flags, String flag, List<String> values) {
    values.forEach(value -> flags.addAll(List.of(flag, value)));
  }
}

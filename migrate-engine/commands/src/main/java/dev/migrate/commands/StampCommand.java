package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.report.StampOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db stamp}. */
@Command(
    name = "stamp",
    description = {
      "Record revisions as applied, and those above them as not applied, without running anything."
          + " The database must be what they declare."
    },
    footer = {
      "  db stamp heads",
      "  db stamp 002_add_email --accept \"the index is made at night\"",
      "  db stamp heads --again"
    })
final class StampCommand extends DbSubcommand {

  @Parameters(
      arity = "1..*",
      paramLabel = "<target>",
      description = "What is applied: an id or its start, a label, head, heads, base.")
  List<String> targets = List.of();

  @Option(
      names = {"--again", "--purge"},
      description = "Empty the history first, whatever is in it.")
  boolean again;

  @Option(
      names = "--accept",
      paramLabel = "<reason>",
      description = "Record them although the database differs, for this reason.")
  @Nullable String reason;

  @Override
  int run(Terminal terminal) {
    String first = targets.get(0);
    String[] more = targets.subList(1, targets.size()).toArray(String[]::new);
    terminal.out().println(stamp(migrator(), first, more));
    return ExitCode.OK;
  }

  private StampOutcome stamp(Migrator migrator, String first, String[] more) {
    if (reason == null) {
      return again ? migrator.restamp(first, more) : migrator.stamp(first, more);
    }
    return again
        ? migrator.restampAccepting(reason, first, more)
        : migrator.stampAccepting(reason, first, more);
  }
}

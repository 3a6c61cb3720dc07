package dev.migrate.commands;

import dev.migrate.commands.entry.Status;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.commands.text.Page;
import dev.migrate.commands.text.Paint;
import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.report.EditedRevision;
import dev.migrate.report.Script;
import dev.migrate.report.StampOutcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      "  db stamp heads --again",
      "  db stamp base:heads --sql --accept \"made by hand\" > stamp.sql"
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
      names = "--sql",
      description = {
        "Print a script that records them, without a database; nothing is recorded now. The first"
            + " end of a range is what is recorded before; a target alone counts from base. A"
            + " script compares no schema, so it needs --accept."
      })
  boolean sql;

  @Mixin OfflineRange range = new OfflineRange();

  @Option(
      names = "--accept",
      paramLabel = "<reason>",
      description = "Record them although the database differs, for this reason.")
  @Nullable String reason;

  @Override
  int run(Terminal terminal) {
    if (sql) {
      terminal.out().println(script());
      return ExitCode.OK;
    }
    if (OfflineRange.isIn(targets)) {
      throw new DefinitionException(
          Facts.of("a range needs --sql")
              .list("targets", targets)
              .with("left", "nothing was recorded")
              .next(
                  "add --sql for a script, or give the target alone: what is recorded is known to"
                      + " the database"));
    }
    range.requireNoDialect("add --sql for a script");
    String first = targets.get(0);
    String[] more = targets.subList(1, targets.size()).toArray(String[]::new);
    StampOutcome outcome = stamp(migrator(), first, more);
    Page page = Page.of(terminal);
    page.text(outcome.toString());
    if (outcome.isEmpty()) {
      edited(Status.of(migrator()).edited()).ifPresent(facts -> page.facts(facts, Paint.BAD));
    }
    return ExitCode.OK;
  }

  private Script script() {
    if (again) {
      throw new DefinitionException(
          Facts.of("--again has no script")
              .with("because", "what is in the history, and has to go, is known to the database")
              .with("left", "nothing was recorded")
              .next("leave out --sql, or give the range from what is recorded, such as heads:001"));
    }
    if (reason == null) {
      throw new DefinitionException(
          Facts.of("a script cannot compare the database with what it records")
              .with("left", "nothing was recorded")
              .next(
                  "leave out --sql, and the database is compared; or state with --accept why the"
                      + " script does not have to"));
    }
    String ends = OfflineRange.only(targets);
    return migrator().offline(range.dialect(this::dialect)).stampAcceptingScript(reason, ends);
  }

  /** A stamp leaves what is recorded as it is, also where the code is another one now. */
  private static Optional<String> edited(List<EditedRevision> edited) {
    if (edited.isEmpty()) {
      return Optional.empty();
    }
    Facts facts = Facts.of("revisions were changed after they had been applied");
    for (EditedRevision each : edited) {
      facts = facts.with("edited", each.toString());
    }
    return Optional.of(
        facts
            .with("left", "they are recorded as they were applied")
            .next(
                "take the change back, and make it in a new revision; or bring the database to it,"
                    + " and record it with db stamp heads --again")
            .toString());
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

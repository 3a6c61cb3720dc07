package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.OfflineMigrator;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.report.HistoryException;
import dev.migrate.report.Outcome;
import dev.migrate.report.Plan;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import dev.migrate.report.Script;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Upgrade or downgrade: runs it, or shows what it would do. */
@Command(
    exitCodeList = {
      "0:done, or there was nothing to do",
      "1:an error",
      "3:no consent to a loss of data"
    })
abstract class MigratingCommand extends DbSubcommand {

  @Option(
      names = "--sql",
      description = {
        "Print the SQL, as a script for the client of the database; nothing runs. With a range such"
            + " as base:heads no database is needed."
      })
  boolean sql;

  @Option(
      names = "--dry-run",
      description = "Show the plan and the data that it destroys; nothing runs.")
  boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Consent to the loss of data, without a question.")
  boolean yes;

  @Mixin OfflineRange range = new OfflineRange();

  @Override
  final int run(Terminal terminal) {
    List<String> targets = targets();
    if (sql && dryRun) {
      throw new DefinitionException("--sql and --dry-run exclude each other", "give one of them");
    }
    if (OfflineRange.isIn(targets)) {
      terminal.out().println(offline(targets));
      return ExitCode.OK;
    }
    range.requireNoDialect("add --sql and a range, such as base:heads");
    if (sql) {
      terminal.out().println(script(migrator(), targets));
    } else if (dryRun) {
      terminal.out().println(script(migrator(), targets).plan());
    } else {
      return execute(terminal, targets);
    }
    return ExitCode.OK;
  }

  /** What was asked for, as it was written. */
  abstract List<String> targets();

  abstract Script script(Migrator migrator, List<String> targets);

  abstract Script script(OfflineMigrator migrator, String range);

  abstract Outcome migrate(Migrator migrator, List<String> targets);

  /** Whether a loss of data needs consent without a terminal too. */
  abstract boolean alwaysAsks();

  private int execute(Terminal terminal, List<String> targets) {
    Migrator migrator = migrator();
    Consent consent = new Consent(terminal, yes);
    if (!yes && (alwaysAsks() || terminal.isInteractive())) {
      Optional<Plan> plan = plan(migrator, targets);
      if (plan.isPresent() || alwaysAsks()) {
        consent.require(plan);
      }
      migrator = migrator.listening(consent);
    }
    Migrator agreed = migrator;
    Optional<Outcome> outcome =
        new WatchedRun(terminal, spec.qualifiedName())
            .run(agreed, watched -> migrate(watched, targets));
    outcome.ifPresent(new OutcomeText(terminal, agreed.revisions())::print);
    return outcome.isPresent() ? ExitCode.OK : ExitCode.ERROR;
  }

  /** The plan; empty if it is not known, because a revision has begun and not ended. */
  private Optional<Plan> plan(Migrator migrator, List<String> targets) {
    try {
      return Optional.of(script(migrator, targets).plan());
    } catch (HistoryException refused) {
      if (migrator.current().stream().noneMatch(MigratingCommand::isUnfinished)) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private static boolean isUnfinished(RevisionInfo revision) {
    return revision.state() == RevisionState.GOING_UP
        || revision.state() == RevisionState.GOING_DOWN;
  }

  private Script offline(List<String> targets) {
    if (!sql) {
      throw new DefinitionException(
          Facts.of("a range needs --sql")
              .list("targets", targets)
              .next(
                  "add --sql for a script, or give the target alone: what is applied is known to"
                      + " the database"));
    }
    String ends = OfflineRange.only(targets);
    return script(migrator().offline(range.dialect(this::dialect)), ends);
  }
}

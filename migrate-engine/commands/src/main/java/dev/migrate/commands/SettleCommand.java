package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.report.Settlement;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db settle}. */
@Command(
    name = "settle",
    description = "Record whether the statement in doubt of a revision was executed.",
    exitCodeList = {"0:success", "1:an error", "3:no answer was given"},
    footer = {"  db settle 002_add_email --ran", "  db settle 002_add_email --did-not-run"})
final class SettleCommand extends DbSubcommand {

  @Parameters(paramLabel = "<revision>", description = "The revision that the error named.")
  String revision = "";

  @ArgGroup Answer answer = new Answer();

  /** One of two answers. */
  static final class Answer {

    @Option(
        names = "--ran",
        description = "The statement was executed completely: continue after it.")
    boolean ran;

    @Option(names = "--did-not-run", description = "The statement was not executed: run it again.")
    boolean didNotRun;
  }

  @Override
  int run(Terminal terminal) {
    RevisionId id = id();
    Settlement settlement = settlement(terminal);
    migrator().settle(id, settlement);
    terminal
        .out()
        .println(
            settlement == Settlement.EXECUTED
                ? "Recorded: the statement of " + id + " was executed."
                : "Recorded: the statement of " + id + " was not executed.");
    terminal.out().println("Continue with db upgrade or db downgrade.");
    return ExitCode.OK;
  }

  /** An id alone: a statement in doubt may be of a revision that the code no longer has. */
  private RevisionId id() {
    try {
      return RevisionId.of(revision);
    } catch (DefinitionException refused) {
      throw new DefinitionException(
          Facts.of("\"" + revision + "\" is not the id of a revision")
              .with("left", "nothing was recorded")
              .next("give the id that the error named; db current shows what has not ended"));
    }
  }

  private Settlement settlement(Terminal terminal) {
    if (answer.ran || answer.didNotRun) {
      return answer.ran ? Settlement.EXECUTED : Settlement.NOT_EXECUTED;
    }
    Prompt prompt = new Prompt(terminal);
    return prompt
        .yes("Was the statement in doubt of " + revision + " executed?")
        .map(ran -> ran ? Settlement.EXECUTED : Settlement.NOT_EXECUTED)
        .orElseThrow(
            () ->
                new UnansweredException(
                    Facts.of("there is no answer: " + prompt.reason())
                        .with("left", "nothing was recorded")
                        .next("look at the database, then add --ran or --did-not-run")));
  }
}

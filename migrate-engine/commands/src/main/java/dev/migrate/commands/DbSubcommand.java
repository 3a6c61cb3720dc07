package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.QuestionException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** One of the commands. Errors become messages and exit codes here. */
abstract class DbSubcommand implements Callable<Integer> {

  @ParentCommand DbCommand db;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print the stack trace of an error too.")
  boolean verbose;

  @Override
  public final Integer call() {
    Terminal terminal = db.terminal();
    try {
      return run(terminal);
    } catch (QuestionException e) {
      report(e, terminal);
      return ExitCode.QUESTION;
    } catch (MigrateException e) {
      report(e, terminal);
      return ExitCode.ERROR;
    }
  }

  /** Does the work, and returns the exit code. */
  abstract int run(Terminal terminal);

  private void report(MigrateException e, Terminal terminal) {
    terminal.err().println(e.getMessage());
    if (verbose) {
      e.printStackTrace(terminal.err());
    }
  }
}

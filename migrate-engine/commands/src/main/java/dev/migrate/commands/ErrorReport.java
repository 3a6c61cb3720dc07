package dev.migrate.commands;

import dev.migrate.commands.advice.CommandAdvice;
import dev.migrate.commands.advice.CommandWords;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.connect.Secrets;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.QuestionException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Prints what went wrong: the message alone, with the stack trace on demand, without secrets. */
final class ErrorReport {

  private final Terminal terminal;
  private final boolean verbose;

  ErrorReport(Terminal terminal, boolean verbose) {
    this.terminal = terminal;
    this.verbose = verbose;
  }

  /** Prints a failure, and returns how the command ends because of it. */
  int exitCode(Throwable failure) {
    if (failure instanceof QuestionException open) {
      print(Unanswered.text(open.questions()), failure);
      return ExitCode.QUESTION;
    }
    if (failure instanceof MigrateException known) {
      String settings =
          known
              .next()
              .flatMap(CommandWords::settings)
              .map(text -> "\n  code       " + text)
              .orElse("");
      String advice = CommandAdvice.after(known).map(text -> "\n  command    " + text).orElse("");
      String message = CommandWords.in(Secrets.hiddenInUrls(known.getMessage()));
      print(message + settings + advice, failure);
      return known instanceof UnansweredException ? ExitCode.QUESTION : ExitCode.ERROR;
    }
    print(unexpected(failure), failure);
    return ExitCode.ERROR;
  }

  private String unexpected(Throwable failure) {
    String message = failure.getMessage();
    Facts facts =
        Facts.of("the command failed unexpectedly")
            .with(
                "problem",
                failure.getClass().getName()
                    + (message == null ? "" : ": " + Secrets.hidden(message)));
    return facts
        .next(
            verbose
                ? "if the stack trace below begins in your code, correct it there; otherwise report"
                    + " it"
                : "call again with --verbose, which prints where it comes from")
        .toString();
  }

  private void print(String message, Throwable failure) {
    int end = message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n');
    terminal
        .err()
        .println(
            terminal.errStyles().red("error: ")
                + terminal.errStyles().bold(message.substring(0, end))
                + message.substring(end));
    if (verbose) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      terminal.err().print(Secrets.hidden(trace.toString()));
    }
  }
}

package dev.migrate.commands;

import dev.migrate.commands.terminal.ColorChoice;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.engine.connect.Dialects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * One of the commands: what all have in common. Errors become messages and exit codes here. The
 * application's migrator is asked for when a command needs it, and once.
 */
@Command(
    sortOptions = false,
    usageHelpAutoWidth = false,
    abbreviateSynopsis = true,
    exitCodeOnInvalidInput = ExitCode.ERROR,
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:success", "1:an error"},
    footerHeading = "%nExample:%n")
abstract class DbSubcommand implements Callable<Integer> {

  @ParentCommand DbCommand db;

  @Spec CommandSpec spec;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print more, such as the stack trace of an error.")
  boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "<when>",
      converter = ColorConverter.class,
      completionCandidates = ColorConverter.Names.class,
      description = "Use colours: ${COMPLETION-CANDIDATES}. By default auto: on a terminal.",
      defaultValue = "auto")
  ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  boolean help;

  private @Nullable Migrator migrator;

  @Override
  public final Integer call() {
    migrator = null;
    Terminal terminal = db.terminal().colored(color);
    try {
      return run(terminal);
    } catch (RuntimeException | Error failure) {
      return new ErrorReport(terminal, verbose).exitCode(failure);
    }
  }

  /** Does the work, and returns the exit code. */
  abstract int run(Terminal terminal);

  /** The application's migrator; for commands that need the database. */
  final Migrator migrator() {
    if (migrator == null) {
      migrator = db.migrator();
    }
    return migrator;
  }

  /** The revisions of the code, without a database. */
  final RevisionGraph revisions() {
    return db.revisions().orElseGet(() -> migrator().revisions());
  }

  /** The dialect that the application named, without a database. */
  final Optional<Dialect> dialect() {
    return db.dialect().map(Dialects::named).or(() -> migrator().dialect());
  }
}

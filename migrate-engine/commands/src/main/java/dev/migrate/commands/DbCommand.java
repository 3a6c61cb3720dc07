package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.Arguments;
import dev.migrate.model.SchemaSource;
import dev.migrate.schema.DialectName;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/**
 * The commands of a migration tool inside an application, as {@code flask db} has them.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *   System.exit(DbCommand.of(App::migrator).model(App.MODEL).run(arguments));
 * }
 * }</pre>
 *
 * <p>It can be added to an application's own picocli commands as well: {@code
 * commandLine.addSubcommand("db", DbCommand.of(App::migrator))}. It writes only to the streams that
 * it is given, and never ends the JVM. Immutable; several runs at the same time are independent.
 */
@Command(
    name = "db",
    description = "Migrations of the database.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    synopsisSubcommandLabel = "<command>",
    exitCodeOnInvalidInput = ExitCode.ERROR,
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:an error; the message is on the standard error",
      "2:there are differences, or revisions are pending",
      "3:a question has no answer; nothing was written"
    },
    footerHeading = "%nExample:%n",
    footer = {"  db migrate -m \"add email\"", "  db upgrade", "  db help upgrade"},
    subcommands = {
      InitCommand.class,
      MigrateCommand.class,
      RevisionCommand.class,
      UpgradeCommand.class,
      DowngradeCommand.class,
      StampCommand.class,
      SettleCommand.class,
      CurrentCommand.class,
      HeadsCommand.class,
      BranchesCommand.class,
      HistoryCommand.class,
      ShowCommand.class,
      StatusCommand.class,
      PlanCommand.class,
      ConflictsCommand.class,
      MergeCommand.class,
      CheckCommand.class,
      DriftCommand.class,
      EditCommand.class,
      GraphCommand.class,
      ReportCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    })
public final class DbCommand implements Runnable {

  private static final int WIDEST_HELP = 100;
  private static final int NARROWEST_HELP = 55;

  private final Application application;

  private DbCommand(Application application) {
    this.application = application;
  }

  /**
   * The commands for the revisions and the database of a migrator.
   *
   * @param migrator asked at most once in a run, and only by a command that needs it; a command
   *     that needs no database opens no connection
   */
  public static DbCommand of(Supplier<Migrator> migrator) {
    return new DbCommand(
        Application.of(Arguments.requireGiven(migrator, "what supplies the migrator")));
  }

  /**
   * Sets the revisions for commands that need no database, for a migrator that is expensive to
   * build: a connection pool, for example, connects when it is built. By default they come from
   * {@link Migrator#revisions()}.
   *
   * @param revisions asked when a command needs it
   */
  public DbCommand revisions(Supplier<RevisionGraph> revisions) {
    return new DbCommand(
        application.withRevisions(
            Arguments.requireGiven(revisions, "what supplies the revisions")));
  }

  /**
   * Sets the dialect for commands that need no database. By default it comes from {@link
   * Migrator#dialect()}, if the migrator was built with one.
   */
  public DbCommand dialect(DialectName dialect) {
    return new DbCommand(
        application.withDialect(Arguments.requireGiven(dialect, "the dialect's name")));
  }

  /** Sets the model, with which {@code migrate} and {@code check} compare the revisions. */
  public DbCommand model(SchemaSource source) {
    return new DbCommand(application.withModel(Arguments.requireGiven(source, "the model")));
  }

  /**
   * Sets the package in which {@code migrate} and {@code revision} put the first revision; later
   * ones go beside the newest head.
   *
   * @param type a class of that package, such as the one that lists the revisions with {@link
   *     dev.migrate.engine.Revisions#beside}
   */
  public DbCommand revisionsBeside(Class<?> type) {
    String name = Arguments.requireGiven(type, "the class of the package").getPackageName();
    return new DbCommand(application.withPackageOfRevisions(name));
  }

  /** Sets the folder of the Java sources; {@code src/main/java} by default. */
  public DbCommand sources(Path folder) {
    return new DbCommand(
        application.withSources(Arguments.requireGiven(folder, "the folder of the sources")));
  }

  /**
   * Sets the streams; those of the process by default. Nothing is asked on them, and they have no
   * colours by default.
   *
   * @param out for results
   * @param err for progress and errors
   */
  public DbCommand out(PrintStream out, PrintStream err) {
    Terminal terminal =
        Terminal.of(
            Arguments.requireGiven(out, "the stream for results"),
            Arguments.requireGiven(err, "the stream for errors"));
    return new DbCommand(application.withTerminal(() -> terminal));
  }

  /**
   * Sets the streams of the process as they are now, with colours and questions if they are a
   * terminal; by default, they are those at the time of a run. For an application that leads its
   * own output elsewhere before a command runs.
   */
  public DbCommand standardStreams() {
    Terminal terminal = Terminal.ofProcess();
    return new DbCommand(application.withTerminal(() -> terminal));
  }

  /**
   * Sets where the answers to questions come from, one in each line; then questions are asked
   * without a terminal too. By default they come from the standard input if that is a terminal.
   */
  public DbCommand in(Reader answers) {
    Arguments.requireGiven(answers, "the reader of the answers");
    Supplier<Terminal> terminal = application.terminal();
    return new DbCommand(application.withTerminal(() -> terminal.get().answeredBy(answers)));
  }

  /**
   * Runs a command.
   *
   * @param arguments the command and its options, such as {@code "upgrade", "--sql"}
   * @return the exit code: 0 if it did what was asked, 1 if it failed, 2 if there are differences
   *     or revisions are pending, 3 if a question has no answer
   */
  public int run(String... arguments) {
    Arguments.requireGiven(arguments, "the list of arguments");
    Terminal terminal = terminal();
    return new DbCommand(application.withTerminal(() -> terminal))
        .commandLine(terminal)
        .setParameterExceptionHandler(new UsageErrors(terminal))
        .execute(arguments);
  }

  /** Prints the help, where no command was given. */
  @Override
  public void run() {
    Terminal terminal = terminal();
    commandLine(terminal).usage(terminal.out());
  }

  private CommandLine commandLine(Terminal terminal) {
    int width = Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, terminal.width()));
    Ansi ansi = terminal.styles().areOn() ? Ansi.ON : Ansi.OFF;
    return new CommandLine(this)
        .setOut(new PrintWriter(new PrintStreamWriter(terminal.out()), true))
        .setErr(new PrintWriter(new PrintStreamWriter(terminal.err()), true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(width);
  }

  Migrator migrator() {
    return application.suppliedMigrator();
  }

  Optional<RevisionGraph> revisions() {
    return application.revisions().map(Supplier::get);
  }

  Optional<DialectName> dialect() {
    return application.dialect();
  }

  Optional<SchemaSource> model() {
    return application.model();
  }

  Optional<String> packageOfRevisions() {
    return application.packageOfRevisions();
  }

  Path sources() {
    return application.sources();
  }

  Terminal terminal() {
    return application.terminal().get();
  }
}

package dev.migrate.commands;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.error.Arguments;
import dev.migrate.model.SchemaSource;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
 * it is given, and never ends the JVM. Immutable.
 */
@Command(
    name = "db",
    description = "Migrations of the database.",
    mixinStandardHelpOptions = true,
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
      GenerateCompletion.class
    })
public final class DbCommand implements Runnable {

  private static final Path SOURCES = Path.of("src", "main", "java");

  private final Supplier<Migrator> migrator;
  private final @Nullable SchemaSource model;
  private final Path sources;
  private final Terminal terminal;

  private DbCommand(
      Supplier<Migrator> migrator, @Nullable SchemaSource model, Path sources, Terminal terminal) {
    this.migrator = migrator;
    this.model = model;
    this.sources = sources;
    this.terminal = terminal;
  }

  /**
   * The commands for the revisions and the database of a migrator.
   *
   * @param migrator asked when a command needs it; a command that needs no database opens no
   *     connection
   */
  public static DbCommand of(Supplier<Migrator> migrator) {
    return new DbCommand(
        Arguments.requireGiven(migrator, "what supplies the migrator"),
        null,
        SOURCES,
        new Terminal(System.out, System.err));
  }

  /** Sets the model, with which {@code migrate} and {@code check} compare the revisions. */
  public DbCommand model(SchemaSource source) {
    return new DbCommand(migrator, Arguments.requireGiven(source, "the model"), sources, terminal);
  }

  /** Sets the folder of the Java sources; {@code src/main/java} by default. */
  public DbCommand sources(Path folder) {
    return new DbCommand(
        migrator, model, Arguments.requireGiven(folder, "the folder of the sources"), terminal);
  }

  /**
   * Sets the streams; those of the process by default.
   *
   * @param out for results
   * @param err for progress and errors
   */
  public DbCommand out(PrintStream out, PrintStream err) {
    Arguments.requireGiven(out, "the stream for results");
    Arguments.requireGiven(err, "the stream for errors");
    return new DbCommand(migrator, model, sources, new Terminal(out, err));
  }

  /**
   * Runs a command.
   *
   * @param arguments the command and its options, such as {@code "upgrade", "--sql"}
   * @return the exit code: 0 if it did what was asked, 1 if it failed, 2 if there are differences
   *     or revisions are pending, 3 if a question has no answer
   */
  public int run(String... arguments) {
    return new CommandLine(this).execute(arguments);
  }

  /** Prints the help, where no command was given. */
  @Override
  public void run() {
    new CommandLine(this).usage(terminal.out());
  }

  Migrator migrator() {
    return migrator.get();
  }

  Optional<SchemaSource> model() {
    return Optional.ofNullable(model);
  }

  Path sources() {
    return sources;
  }

  Terminal terminal() {
    return terminal;
  }
}

package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.Commands.Result;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.DefinitionException;
import dev.migrate.testkit.UrlDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** What all commands have in common: help, errors, exit codes, and no secrets. */
class FrameTest {

  private final Commands commands = Commands.offline();

  @Test
  void aCommandThatNeedsNoDatabaseConnectsToNone() {
    assertThat(commands.run("heads").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(commands.run("heads").out()).contains("003_phone");
    Commands noMigrator =
        failing(() -> new IllegalStateException("asked for"))
            .with(c -> c.revisions(() -> RevisionGraph.of(Commands.revisions())));
    assertThat(noMigrator.run("heads").out()).contains("003_phone");
  }

  @Test
  void noDatabaseIsAnErrorWithoutSecretsAndWithoutAStackTrace() {
    Result result = commands.run("upgrade");

    assertThat(result.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("error: there is no connection to the database\n")
        .contains("nothing was changed", "next")
        .doesNotContain("hunter2", "\tat ");
    assertThat(commands.run("upgrade", "--verbose").err())
        .contains("\tat ")
        .doesNotContain("hunter2");
  }

  @Test
  void aWrongPasswordIsNotPrinted() {
    String url = "jdbc:h2:mem:locked;DB_CLOSE_DELAY=-1";
    AtomicReference<String> password = new AtomicReference<>("");
    Commands locked =
        Commands.of(
            () ->
                Migrator.on(new UrlDataSource(url, "sa", password.get()))
                    .revisions(Commands.revisions())
                    .build());
    locked.run("upgrade");

    password.set("hunter2");
    Result refused = locked.run("upgrade", "-v");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err()).contains("Wrong user name or password").doesNotContain("hunter2");
  }

  /** As a pool fails that connects when it is built. */
  @Test
  void anApplicationThatSuppliesNoMigratorIsNamedWithoutSecrets() {
    Commands failing =
        failing(
            () ->
                new IllegalStateException(
                    "pool failed",
                    new IllegalArgumentException(
                        "jdbc:postgresql://app:hunter2@db/x?password=hunter2")));

    assertThat(failing.run("upgrade").exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(failing.run("upgrade").err())
        .startsWith("error: the application supplied no migrator\n")
        .contains("pool failed", "because jdbc:postgresql://app:…@db/x?password=…")
        .doesNotContain("hunter2");
    assertThat(failing.run("upgrade", "-v").err()).doesNotContain("hunter2");
  }

  @Test
  void anErrorOfTheLibraryIsItsMessage() {
    Commands failing = failing(() -> new DefinitionException("it is so", "do this"));

    assertThat(failing.run("upgrade").err()).isEqualTo("error: it is so\n  next       do this\n");
  }

  @Test
  void aBugIsOneParagraphWithTheTraceOnDemand() {
    Commands failing =
        commands.with(
            c ->
                c.revisions(
                    () -> {
                      throw new NullPointerException("token=hunter2 is null");
                    }));

    assertThat(failing.run("heads").exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(failing.run("heads").err())
        .isEqualTo(
            """
            error: the command failed unexpectedly
              problem    java.lang.NullPointerException: token=… is null
              next       call again with --verbose, which prints where it comes from
            """);
    assertThat(failing.run("heads", "-v").err()).contains("FrameTest").doesNotContain("hunter2");
  }

  private static Commands failing(Supplier<RuntimeException> failure) {
    return Commands.of(
        () -> {
          throw failure.get();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "upgarde, there is no command \"upgarde\", upgrade",
    "histroy, there is no command \"histroy\", history",
    "xyz, there is no command \"xyz\", next",
    "stat, there is no command \"stat\", nearest    status",
    "frobnicate, there is no command \"frobnicate\", 'commands   init, migrate'",
    "help nope, there is no command \"nope\", 'commands   init, migrate'",
    "help upgarde, there is no command \"upgarde\", 'nearest    upgrade'",
    "upgrade --sgl, db upgrade has no option --sgl, --sql",
    "downgrade --dry, db downgrade has no option --dry, --dry-run",
    "heads extra, db heads has no parameter \"extra\" here, db help heads",
    "stamp, missing required parameter, db stamp heads",
    "settle --ran, <revision>, db settle 002_add_email --ran",
    "stamp heads --accept, <reason>, db help stamp",
    "heads --color=blue, \"blue\" is not one of auto, db help heads",
    "--verbose heads, the option --verbose comes after the command, db help",
    "--nothing, db has no option --nothing, db help"
  })
  void aCommandThatCannotBeReadIsAnErrorWithWhatHelps(String line, String what, String help) {
    Result result = commands.run(line.split(" "));

    assertThat(result.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("error: ").contains(what, help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help", ""})
  void theHelpHasEveryCommand(String argument) {
    Result result = argument.isEmpty() ? commands.run() : commands.run(argument);

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.out())
        .contains(List.of("upgrade", "downgrade", "settle", "generate-completion"))
        .contains("a question has no answer; nothing was written");
    assertWidth(result.out(), 80);
  }

  @Test
  void theHelpOfEachCommandFits() {
    CommandLine all = new CommandLine(DbCommand.of(() -> null)).setUsageHelpWidth(60);
    assertThat(all.getSubcommands()).hasSizeGreaterThan(20);
    for (String name : all.getSubcommands().keySet()) {
      assertWidth(commands.run("help", name).out(), 80);
      StringWriter narrow = new StringWriter();
      all.getSubcommands().get(name).usage(new PrintWriter(narrow), Ansi.OFF);
      assertWidth(narrow.toString(), 80);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade", "downgrade", "stamp", "settle"})
  void theHelpHasOptionsExitCodesAndAnExample(String name) {
    String help = commands.run("help", name).out();

    assertThat(help)
        .startsWith("Usage: db " + name)
        .contains("\nOptions:\n", "--verbose", "\nExit codes:\n", "\nExample:\n  db " + name);
    assertThat(commands.run(name, "--help").out()).isEqualTo(help);
  }

  /** The list of commands has only the first line of each description. */
  @Test
  void theListHasWholeSentencesAndEachCommandItsExample() {
    CommandLine all = new CommandLine(DbCommand.of(() -> null));
    all.getSubcommands()
        .forEach(
            (name, each) -> {
              if (each.getCommandSpec().userObject() instanceof DbSubcommand) {
                assertThat(each.getCommandSpec().usageMessage().description()[0]).endsWith(".");
                assertThat(each.getCommandSpec().usageMessage().footer())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).startsWith("  ").contains("db "));
              }
            });
  }

  private static void assertWidth(String text, int columns) {
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(commands.run("--version").out()).startsWith("Migrate ").contains(", Java ");
  }

  @Test
  void colorsAreForTerminalsUnlessAskedFor() {
    assertThat(commands.run("nothing").err()).doesNotContain("\u001b");
    assertThat(commands.run("upgrade", "--color=always").err())
        .startsWith("\u001b[31merror: \u001b[0m");
    assertThat(commands.run("upgrade", "--color=never").err()).doesNotContain("\u001b");
  }

  @Command(name = "app", subcommands = CommandLine.HelpCommand.class)
  static final class App {}

  @Test
  void theCommandsAreASubcommandOfAnother() {
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    DbCommand db =
        DbCommand.of(() -> Migrator.on(NoDatabase.SOURCE).revisions(Commands.revisions()).build())
            .out(new java.io.PrintStream(out), new java.io.PrintStream(err));
    StringWriter usage = new StringWriter();
    CommandLine app =
        new CommandLine(new App()).addSubcommand("db", db).setErr(new PrintWriter(usage));

    assertThat(app.execute("db", "heads", "--color=never")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("003_phone");
    assertThat(app.execute("db", "upgrade")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString()).startsWith("error: there is no connection to the database");
    assertThat(app.execute("db", "upgarde")).isEqualTo(ExitCode.ERROR);
    assertThat(app.execute("db", "upgrade", "--sgl")).isEqualTo(ExitCode.ERROR);
    assertThat(usage.toString()).contains("upgarde", "upgrade", "--sgl");
  }
}

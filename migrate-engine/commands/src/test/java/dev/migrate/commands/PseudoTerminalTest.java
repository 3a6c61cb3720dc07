package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.commands.PseudoTerminal.Session;
import dev.migrate.commands.sample.SampleApp;
import dev.migrate.engine.Migrator;
import dev.migrate.report.RevisionInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in a real process and a pseudo terminal. Skipped where Python is not installed. */
class PseudoTerminalTest {

  private static final int FOREVER = 60_000;

  @TempDir Path folder;
  private String h2 = "";
  private String sqlite = "";

  @BeforeEach
  void nameDatabases() {
    h2 = "jdbc:h2:" + folder.resolve("db");
    sqlite = "jdbc:sqlite:" + folder.resolve("db.sqlite");
  }

  private static PseudoTerminal terminal(int columns, String url, int slow) {
    return terminal(columns, url, slow, false);
  }

  private static PseudoTerminal terminal(int columns, String url, int slow, boolean raw) {
    return PseudoTerminal.columns(columns)
        .property("org.slf4j.simpleLogger.defaultLogLevel", "error")
        .argument(url)
        .argument("" + slow)
        .argument("" + raw);
  }

  @Test
  void progressIsALineThatIsGoneAtTheEnd() {
    Session session = terminal(80, h2, 1500).run(SampleApp.class, "upgrade");

    assertThat(session.written())
        .contains("[######--------------] 2 of 3, 0 s  002_email: add email")
        .contains("2 of 3, statement 2 of 3, 1 s  002_email: add email")
        .contains("\u001b[36m001_account\u001b[0m  create the accounts");
    assertThat(session.screen().replaceAll("\\d+ ms", "N ms"))
        .isEqualTo(
            """
            Upgraded 3 revisions in N ms:
              001_account  create the accounts
              002_email  add email
              003_phone  add phone\
            """);
    assertThat(session.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void sixtyColumnsAreEnoughAndColorsCanBeTurnedOff() {
    Session session = terminal(60, h2, 300).with("NO_COLOR", "1").run(SampleApp.class, "upgrade");

    assertThat(session.written())
        .contains("[####------] 2 of 3, statement 2 of 3, ")
        .contains("Upgraded 3 revisions in ")
        .doesNotContain("\u001b");
    assertThat(session.written().split("[\r\n]+"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(60));
  }

  @Test
  void aTerminalThatCannotWriteALineAgainGetsLines() {
    Session session =
        terminal(80, h2, 0).with("TERM", "dumb").run(SampleApp.class, "upgrade", "+1");

    assertThat(session.written())
        .startsWith("upgrade 1 of 1: 001_account: create the accounts\r\nUpgraded 1 revision in ")
        .doesNotContain("\u001b");
  }

  @Test
  void dataIsDestroyedOnlyWithConsent() {
    SampleApp.migrator(h2, 0, false).upgrade();

    Session refused =
        terminal(80, h2, 0)
            .type("[y/n]: ", "maybe\r\n")
            .type("n for no", "no\r\n")
            .run(SampleApp.class, "downgrade");

    assertThat(refused.screen())
        .startsWith("This destroys data:\n  003_phone loses the values of column account.phone\n")
        .contains("Continue? [y/n]: maybe\n", "\n  type y for yes, or n for no\n")
        .contains("this destroys data, and consent is missing: the answer was no", "nothing ran");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(current(SampleApp.migrator(h2, 0, false))).isEqualTo("003_phone");
  }

  @Test
  void aTerminalThatClosesInTheMiddleOfAQuestionChangesNothing() {
    SampleApp.migrator(h2, 0, false).upgrade();

    Session ended = terminal(80, h2, 0).type("[y/n]: ", "\u0004").run(SampleApp.class, "downgrade");
    terminal(80, h2, 0).hangUp("[y/n]: ").run(SampleApp.class, "downgrade");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(ended.screen())
        .contains("consent is missing: the input ended before the answer", "add --yes");
    assertThat(current(SampleApp.migrator(h2, 0, false))).isEqualTo("003_phone");
  }

  @Test
  void anInterruptWaitsForTheStatementAndTheNextUpgradeContinues() {
    Session stopped =
        terminal(80, sqlite, 1500)
            .type("statement 2 of 3, ", "\u0003")
            .run(SampleApp.class, "upgrade");

    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.screen())
        .contains("Stopping after the statement that runs now; waiting for it for up to 5 s.")
        .contains(
            """
            interrupted between two statements
              done       001_account
              begun      002_email: rolled back, nothing of it is left
              left       no statement is in doubt
              next       db upgrade continues\
            """);
    Migrator next = SampleApp.migrator(sqlite, 0, false);
    assertThat(next.upgrade().revisions()).hasToString("[002_email, 003_phone]");
  }

  @Test
  void whatAnInterruptLeavesInDoubtIsAskedAndSettled() {
    Session stopped =
        terminal(80, h2, FOREVER, true)
            .type("statement 3 of 4, ", "\u0003")
            .run(SampleApp.class, "upgrade");

    assertThat(stopped.exitCode()).isEqualTo(130);
    assertThat(stopped.screen())
        .contains(
            """
            interrupted while a statement runs
              done       001_account
              begun      002_email at statement 3 of 4\
            """)
        .contains("until db settle records it");
    Commands commands = Commands.of(() -> SampleApp.migrator(h2, FOREVER, true));
    assertThat(commands.run("upgrade").exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(commands.run("upgrade").err())
        .contains("was statement 3 of revision 002_email executed?", "db settle 002_email --ran");
    assertThat(commands.run("downgrade", "base").exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(commands.run("downgrade", "base").err())
        .contains("loses      what is not known before a revision that began has ended");
    assertThat(commands.run("settle", "002_email", "--ran").out())
        .isEqualTo(
            """
            Recorded: the statement of 002_email was executed.
            Continue with db upgrade or db downgrade.
            """);
    assertThat(commands.run("upgrade").out()).startsWith("Upgraded 2 revisions in ");
  }

  private static String current(Migrator migrator) {
    return migrator.current().stream().map(RevisionInfo::id).toList().get(0).value();
  }
}

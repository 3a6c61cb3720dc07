package dev.migrate.commands;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.commands.Commands.Result;
import dev.migrate.engine.Migrator;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.UrlDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Upgrade, downgrade, stamp and settle, where nobody can be asked. */
class RunningCommandsTest {

  private final Commands commands = Commands.onH2();

  @Test
  void anUpgradeRunsEverythingAndTellsWhatItDid() {
    Result result = commands.run("upgrade");

    assertThat(result.out())
        .isEqualTo(
            """
            Upgraded 3 revisions in N ms:
              001_account  create the accounts
              002_email  add email
              003_phone
            """);
    assertThat(result.err())
        .isEqualTo(
            """
            upgrade 1 of 3: 001_account: create the accounts
            upgrade 2 of 3: 002_email: add email
            upgrade 3 of 3: 003_phone
            """);
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(commands.run("upgrade").out()).isEqualTo("Nothing to do.\n");
  }

  @Test
  void anUpgradeTakesTargets() {
    assertThat(commands.run("upgrade", "+1").out()).contains("Upgraded 1 revision in", "001");
    assertThat(commands.run("upgrade", "002", "001_account").out()).contains("  002_email");

    Result unknown = commands.run("upgrade", "nowhere");

    assertThat(unknown.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(unknown.err()).startsWith("error: ").contains("\"nowhere\"", "003_phone");
    assertThat(unknown.err()).doesNotContain("\tat ");
  }

  @Test
  void sqlIsPrintedAndNothingRuns() {
    assertThat(commands.run("upgrade", "--sql").out()).contains("CREATE TABLE", "migrate_history");
    assertThat(commands.run("upgrade", "--dry-run", "+1").out())
        .isEqualTo(
            """
            upgrade of 1 revision
              up   001_account: create the accounts
                     create table account
                       id bigint not null
                       pk_account primary key (id)
            """);
    assertThat(commands.run("upgrade").out()).startsWith("Upgraded 3 revisions");
    assertThat(commands.run("downgrade", "base", "--sql").out()).contains("DROP TABLE");
    assertThat(commands.run("downgrade", "--dry-run").out())
        .isEqualTo(
            """
            downgrade of 1 revision
              down 003_phone
                     drop column account.phone
                     loses the values of column account.phone
            """);
  }

  @Test
  void theScriptOfARangeNeedsNoDatabase() {
    Commands offline = Commands.offline();

    assertThat(offline.run("upgrade", "001:heads", "--sql", "--dialect", "postgresql").out())
        .contains("ADD COLUMN", "email", "phone")
        .doesNotContain("CREATE TABLE \"account\"");
    assertThat(
            offline
                .with(command -> command.dialect(DialectName.SQLITE))
                .run("downgrade", "heads:001", "--sql")
                .out())
        .contains("phone");
    Result unnamed = offline.run("upgrade", "base:heads", "--sql");
    assertThat(unnamed.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(unnamed.err()).contains("--dialect postgresql");
  }

  @Test
  void theScriptOfARangeIsForTheHistoryTableOfTheMigrator() {
    Commands offline =
        Commands.of(
            () ->
                Migrator.on(NoDatabase.SOURCE)
                    .historyTable("other_history")
                    .revisions(Commands.revisions())
                    .build());

    assertThat(offline.run("upgrade", "base:heads", "--sql", "--dialect", "H2").out())
        .contains("other_history")
        .doesNotContain("migrate_history");
  }

  @Test
  void aRangeElsewhereIsRefused() {
    assertThat(commands.run("upgrade", "base:heads").err()).contains("a range needs --sql");
    assertThat(commands.run("upgrade", "base:001", "002", "--sql").err())
        .contains("together with other targets");
    assertThat(commands.run("upgrade", "--sql", "--dry-run").err()).contains("exclude each other");
    assertThat(commands.run("upgrade", "--sql", "--dialect", "h2").err()).contains("range");
    assertThat(commands.run("upgrade").out()).startsWith("Upgraded 3 revisions");
  }

  @ParameterizedTest
  @CsvSource({"upgrade, heads:base, up", "downgrade, base:heads, down", "plan, 002:001, up"})
  void swappedEndsAreRefusedAsInHistory(String command, String range, String way) {
    String[] ends = range.split(":");
    String[] line =
        command.equals("plan")
            ? new String[] {command, range, "--dialect", "h2"}
            : new String[] {command, range, "--sql", "--dialect", "h2"};
    Result swapped = Commands.offline().run(line);

    assertThat(swapped.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(swapped.out()).isEmpty();
    assertThat(swapped.err())
        .startsWith("error: no line leads " + way + " from \"" + ends[0] + "\"")
        .contains("write \"" + ends[1] + ":" + ends[0] + "\"");
    if (way.equals("up")) {
      assertThat(swapped.err()).isEqualTo(Commands.offline().run("history", "-r", range).err());
    }
  }

  @Test
  void thePlanOfARangeNeedsNoDatabase() {
    Commands offline = Commands.offline();

    Result plan = offline.run("plan", "001:002", "--dialect", "h2", "--sql", "--check");
    assertThat(plan.exitCode()).isEqualTo(ExitCode.DIFFERENCES);
    assertThat(plan.out())
        .isEqualTo(
            """
            upgrade of 1 revision
              up   002_email: add email
                   add column account.email varchar(320)
                   statements, one by one
                     ALTER TABLE account ADD COLUMN email VARCHAR(320);
            """);
    assertThat(offline.run("plan", "002:002", "--dialect", "h2").out())
        .isEqualTo("nothing would run from 002 to 002\n");
    assertThat(offline.run("plan", "base:heads").err()).contains("--dialect postgresql");
    assertThat(offline.run("plan", "--dialect", "h2").err())
        .startsWith("error: --dialect is for a range");
    assertThat(offline.run("plan", "current:heads", "--dialect", "h2").err())
        .contains("which only a database knows");
  }

  @Test
  void theScriptOfAStampNeedsNoDatabase() {
    Commands offline = Commands.offline();

    Result script =
        offline.run(
            "stamp", "001:heads", "--sql", "--accept", "made by hand", "--dialect", "sqlite");
    assertThat(script.err()).isEmpty();
    assertThat(script.out())
        .contains("because made by hand", "-- record 002_email", "-- record 003_phone")
        .doesNotContain("-- record 001", "ALTER TABLE");
    assertThat(offline.run("stamp", "heads", "--sql").err())
        .startsWith("error: a script cannot compare the database with what it records")
        .contains("--accept");
    assertThat(offline.run("stamp", "heads", "--sql", "--again", "--accept", "x").err())
        .startsWith("error: --again has no script");
    assertThat(offline.run("stamp", "001", "002", "--sql", "--accept", "x").err())
        .startsWith("error: without a database there is one target");
    assertThat(offline.run("stamp", "001:heads").err())
        .startsWith("error: a range needs --sql")
        .contains("nothing was recorded");
    assertThat(offline.run("stamp", "heads", "--dialect", "h2").err()).contains("add --sql");
  }

  @Test
  void aDowngradeThatDestroysDataNeedsConsent() {
    commands.run("upgrade");

    Result refused = commands.run("downgrade", "001");
    Result consented = commands.run("downgrade", "001", "--yes");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .isEqualTo(
            """
            error: this destroys data, and consent is missing: there is no terminal
              loses      003_phone loses the values of column account.phone
                         002_email loses the values of column account.email
              left       nothing ran
              next       add --yes if it may be lost; --dry-run shows the whole plan
            """);
    assertThat(consented.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(consented.out())
        .isEqualTo(
            """
            Downgraded 2 revisions in N ms:
              003_phone
              002_email  add email
            """);
  }

  @Test
  void aDowngradeGoesDownOneStepByDefault() {
    commands.run("upgrade");

    assertThat(commands.run("downgrade", "-y").out()).contains("1 revision", "003_phone");
    assertThat(commands.run("downgrade", "-2", "-y").out())
        .contains("2 revisions", "002_email", "001_account");
    Result tooFar = commands.run("downgrade", "-y");
    assertThat(tooFar.exitCode()).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void aQuestionIsAskedWhereAnswersComeFrom() {
    commands.run("upgrade");

    Result no = commands.answering("n\n").run("downgrade");
    Result wrong = commands.answering("a\nb\nc\nd\ne\ny\n").run("downgrade");
    Result yes = commands.answering("\r\n\r\nyes\r\n").run("downgrade");

    assertThat(no.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(yes.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(yes.out())
        .startsWith("This destroys data:\n  003_phone loses the values of column account.phone\n")
        .contains("Downgraded 1 revision");
  }

  /** Another process goes on while the question waits; then -1 is another revision. */
  @Test
  void consentIsForWhatWasShown() {
    commands.run("upgrade", "002");
    AtomicInteger calls = new AtomicInteger();
    Commands slow =
        commands.with(
            command ->
                command.in(
                    new java.io.StringReader("y\n") {
                      @Override
                      public int read(char[] buffer, int offset, int length)
                          throws java.io.IOException {
                        if (calls.getAndIncrement() == 0) {
                          commands.run("upgrade");
                        }
                        return super.read(buffer, offset, length);
                      }
                    }));

    Result result = slow.run("downgrade");

    assertThat(result.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(result.err())
        .contains("the database was changed while the question waited", "003_phone would run now");
    assertThat(commands.run("upgrade").out()).isEqualTo("Nothing to do.\n");
  }

  @Test
  void aStampRecordsWithoutRunning() {
    commands.run("upgrade", "002");

    assertThat(commands.run("stamp", "002").out()).isEqualTo("nothing to record\n");
    Result refused = commands.run("stamp", "heads");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(refused.err()).contains("account.phone", "db stamp <target> --accept <reason>");
    assertThat(commands.run("stamp", "heads", "--accept", "it comes tonight").out())
        .startsWith("recorded as applied: 003_phone")
        .contains("it comes tonight");
    assertThat(commands.run("stamp", "002", "--again").out()).contains("003_phone");
    assertThat(commands.run("stamp").err()).contains("<target>", "db stamp heads");
  }

  /** A stamp of what is recorded already keeps the row of a revision that was changed. */
  @Test
  void aStampOfAnEditedRevisionNamesTheEdit() {
    DataSource database = UrlDataSource.h2(";DB_CLOSE_DELAY=-1");
    Revision root = Commands.revisions().get(0);
    Commands.of(() -> Migrator.on(database).revisions(root).build()).run("upgrade");
    Revision edited =
        Revision.of(
            Lineage.of("001_account").root(),
            op -> op.createTable("account", column("id", integer()), primaryKey("id")));

    Result result =
        Commands.of(() -> Migrator.on(database).revisions(edited).build()).run("stamp", "heads");

    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(result.out())
        .startsWith("nothing to record\nrevisions were changed after they had been applied\n")
        .contains("edited     001_account", "db stamp heads --again");
  }

  @Test
  void settlingWithoutAnAnswerIsAQuestion() {
    Result nobody = commands.run("settle", "002_email");
    Result both = commands.run("settle", "002_email", "--ran", "--did-not-run");
    Result nothing = commands.run("settle", "002_email", "--ran");

    assertThat(nobody.exitCode()).isEqualTo(ExitCode.QUESTION);
    assertThat(nobody.err()).contains("add --ran or --did-not-run");
    assertThat(both.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(both.err())
        .startsWith("error: --ran, --did-not-run are mutually exclusive")
        .contains("db settle");
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(nothing.err()).contains("no statement of revision 002_email is in doubt");
    assertThat(commands.run("settle", "head", "--ran").err())
        .startsWith("error: \"head\" is not the id of a revision")
        .contains("nothing was recorded", "db current");
  }
}

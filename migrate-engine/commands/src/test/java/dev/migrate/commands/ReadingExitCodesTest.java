package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.Migrator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the reading commands end, and which of them open a connection. */
class ReadingExitCodesTest {

  private static Story story;
  private static int number;

  @BeforeAll
  static void tell() {
    story = new Story(ReadingExitCodesTest::database);
  }

  private static DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:exit" + ++number + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  @ParameterizedTest
  @CsvSource({
    // chapter, status --check, plan --check, current -c, conflicts, check, drift
    "no revisions,                       0, 0, 0, 0, 0, 0",
    "an empty database,                  2, 2, 2, 0, 2, 0",
    "another developer's branch,         2, 2, 2, 0, 2, 0",
    "joined and applied,                 0, 0, 0, 0, 0, 0",
    "after a downgrade,                  2, 2, 2, 0, 2, 0",
    "'stamped, and then changed by hand',2, 2, 2, 0, 2, 2",
    "an edited revision,                 2, 1, 0, 0, 2, 0",
    "a database ahead of the code,       0, 0, 0, 0, 0, 0",
    "a revision put in below,            2, 2, 2, 0, 2, 0",
    "a history that was lost,            1, 1, 2, 0, 1, 1",
    "two developers in conflict,         2, 1, 2, 2, 2, 0",
    "a revision that failed half-way,    2, 1, 2, 0, 2, 0",
  })
  void eachChapter(
      String title, int status, int plan, int current, int conflicts, int check, int drift) {
    Migrator migrator =
        story.chapters().stream()
            .filter(chapter -> chapter.title().equals(title))
            .findFirst()
            .orElseThrow()
            .migrator();

    assertThat(
            List.of(
                exitCode(migrator, "status", "--check"),
                exitCode(migrator, "plan", "--check"),
                exitCode(migrator, "current", "--check-heads"),
                exitCode(migrator, "conflicts"),
                exitCode(migrator, "check"),
                exitCode(migrator, "drift")))
        .containsExactly(status, plan, current, conflicts, check, drift);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heads",
        "branches",
        "history",
        "history -r 001:002",
        "show 002",
        "conflicts",
        "show 002 --sql --dialect sqlite",
        "check --offline --dialect mysql"
      })
  void nothingConnectsThatNeedsNoDatabase(String line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        Transcript.run(
            offline(), Optional.of(Story.MODEL), new ByteArrayOutputStream(), err, line.split(" "));

    assertThat(err).hasToString("");
    assertThat(code).isIn(ExitCode.OK, ExitCode.DIFFERENCES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "current",
        "history -i",
        "history -r current:",
        "show current",
        "show 002 --sql",
        "status",
        "plan",
        "check",
        "drift"
      })
  void aDatabaseThatIsNotThereIsAnErrorInBothForms(String line) {
    for (String form : List.of("", " --json")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();

      int code = Transcript.run(offline(), Optional.empty(), out, err, (line + form).split(" "));

      assertThat(code).isEqualTo(ExitCode.ERROR);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("next  ");
      assertThat(out.toString(StandardCharsets.UTF_8).contains("\"kind\": \"DatabaseException\""))
          .isEqualTo(form.contains("json"));
    }
  }

  private static Migrator offline() {
    JdbcDataSource nowhere = new JdbcDataSource();
    nowhere.setURL("jdbc:h2:tcp://localhost:1/nowhere");
    return Story.migrator(nowhere, Story.ACCOUNT, Story.EMAIL);
  }

  private static int exitCode(Migrator migrator, String... arguments) {
    return Transcript.run(
        migrator,
        Optional.empty(),
        new ByteArrayOutputStream(),
        new ByteArrayOutputStream(),
        arguments);
  }

  @Test
  void aTargetCanBeStepsBack() {
    assertThat(exitCode(story.chapters().get(3).migrator(), "history", "-r", "-2:current"))
        .isEqualTo(ExitCode.OK);
    assertThat(exitCode(story.chapters().get(3).migrator(), "show", "-1")).isEqualTo(ExitCode.OK);
  }
}

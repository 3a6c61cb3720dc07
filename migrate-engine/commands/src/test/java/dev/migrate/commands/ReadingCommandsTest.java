package dev.migrate.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reading commands print in each chapter of a story, as text and as JSON. */
class ReadingCommandsTest {

  private static Story story;
  private static int number;

  @BeforeAll
  static void tell() {
    story = new Story(ReadingCommandsTest::database);
  }

  private static DataSource database() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:reading" + ++number + ";DB_CLOSE_DELAY=-1");
    return database;
  }

  @ParameterizedTest
  @CsvSource({
    "current, current; current -v; current --check-heads",
    "heads, heads; heads -v; heads --resolve-dependencies",
    "branches, branches; branches -v",
    "history, history; history -i; history -r 001_create_account:head; history -r current: -i",
    "show, show; show 001 -i; show 002 --sql; show 002_add_phone -i",
    "status, status; info --check",
    "plan, plan; plan --sql --check; plan 001",
    "conflicts, conflicts",
    "check, check; check --offline; check --offline --dialect h2",
    "drift, drift"
  })
  void text(String command, String lines) throws IOException {
    Transcript transcript = new Transcript();
    for (Story.Chapter chapter : story.chapters()) {
      transcript.heading(chapter.title());
      for (String line : lines.split("; ")) {
        transcript.run(chapter.migrator(), Optional.empty(), line.split(" "));
      }
    }
    transcript.requireSame(command);
  }

  @ParameterizedTest
  @CsvSource({
    "current, current --json",
    "heads, heads --json",
    "branches, branches --json",
    "history, history -i --json",
    "show, show 002_add_email -i --sql --json",
    "status, status --json",
    "plan, plan --json",
    "conflicts, conflicts --json",
    "check, check --json",
    "drift, drift --json",
    "graph, graph --json"
  })
  void json(String command, String line) throws IOException {
    Transcript transcript = new Transcript();
    for (Story.Chapter chapter : story.chapters()) {
      transcript.heading(chapter.title());
      transcript.run(chapter.migrator(), Optional.empty(), line.split(" "));
    }
    transcript.requireSame(command + "-json");
  }

  /** The file is in a folder that differs, and its size depends on the durations in it. */
  @Test
  void aReportIsAFileAndNumbers(@TempDir Path folder) throws IOException {
    Transcript transcript = new Transcript();
    for (Story.Chapter chapter : story.chapters()) {
      transcript.heading(chapter.title());
      Path file = folder.resolve("report.html");
      String[] shown = {"report", "--out", "report.html", "--json"};
      String[] given = {"report", "--out", file.toString(), "--json", "--force"};
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int code = Transcript.run(chapter.migrator(), Optional.of(Story.MODEL), out, err, given);
      String size = "\"size\": " + Files.size(file) + ",";
      assertThat(out.toString(UTF_8)).contains(size);
      String timeless =
          out.toString(UTF_8)
              .replace("\r\n", "\n")
              .replace(size, "\"size\": N,")
              .replace(file.toAbsolutePath().toString(), "/app/report.html");
      transcript.add(shown, timeless, "wrote report.html\n", code);
    }
    transcript.requireSame("report-json");
  }

  @Test
  void aModelIsComparedToo() throws IOException {
    Transcript transcript = new Transcript();
    for (Story.Chapter chapter : story.chapters()) {
      transcript.heading(chapter.title());
      for (String line :
          List.of("check", "check --offline --dialect h2", "check --offline --dialect h2 --json")) {
        transcript.run(chapter.migrator(), Optional.of(Story.MODEL), line.split(" "));
      }
    }
    transcript.requireSame("check-model");
  }
}

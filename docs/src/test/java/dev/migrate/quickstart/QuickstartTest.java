package dev.migrate.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuickstartTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void itTellsTheSameStoryOnEveryDatabaseAndNothingTwice(StoreDatabase database) throws Exception {
    assertThat(run(database))
        .containsPattern("ALTER TABLE [\"`]?user[\"`]? ADD COLUMN email VARCHAR\\(255\\)")
        .contains("12 of 12  up")
        .contains("Mark bought \"Balls to the Wall\" by Accept for 0.99")
        .contains("id 1, user_name ada, email ada@example.org")
        .contains(
            "[x] create_playlists, create_invoices -> create_invoice_lines (head) (join) (current)")
        .containsPattern("artist +3 +3 +3")
        .containsPattern("user +2 +2 +2")
        .containsPattern("track +3 +- +0")
        .containsPattern(
            "\\$ db check\\R"
                + ".*compared: model, revisions, database\\R"
                + " +every revision is applied\\R"
                + " +the database is what the applied revisions declare\\R"
                + " +the revisions make what the model declares\\R")
        .contains("are in conflict: column user.username")
        .contains("(reconciled after 002_rename_to_login)")
        .contains("op.addColumn(\"user\", column(\"email\", varchar(255)));")
        .containsPattern(
            "_rename_username after \\[001_create_user]\\R +rename column user.username")
        .containsPattern(
            "_join_email_and_name after \\[\\w+_add_email, \\w+_rename_username]\\R\\R")
        .contains("generate once more: nothing is missing");
    assertThat(folder.resolve("upgrade.sql")).isNotEmptyFile();
    assertThat(run(database))
        .contains("nothing to do: all 12 revisions are applied")
        .contains("every table has its rows");
  }

  @Test
  void furtherRunsFindNothingToDoAndInsertNothingTwice() throws Exception {
    run(StoreDatabase.H2);
    List<String> counts = counts();

    for (int again = 0; again < 2; again++) {
      assertThat(run(StoreDatabase.H2))
          .contains("nothing to do: all 12 revisions are applied")
          .contains("every table has its rows");
      assertThat(counts()).isEqualTo(counts);
    }
  }

  @Test
  void itCanStartOver() throws Exception {
    run(StoreDatabase.H2);
    new StoreFolder(folder).clear();

    assertThat(run(StoreDatabase.H2)).contains("12 of 12  up");
  }

  @Test
  void aDatabaseThatIsUnknownIsNamed() {
    assertThatThrownBy(() -> Quickstart.main("--database=oracle"))
        .hasMessage("no database oracle; there are h2, sqlite, postgresql, mariadb");
  }

  private String run(StoreDatabase database) throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Quickstart.run(database, new StoreFolder(folder), new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }

  private List<String> counts() throws SQLException, IOException {
    try (Store store = StoreDatabase.H2.open(folder);
        Connection connection = store.dataSource().getConnection()) {
      return new SampleData(connection).counts();
    }
  }
}

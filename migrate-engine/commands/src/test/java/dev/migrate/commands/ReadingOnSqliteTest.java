package dev.migrate.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The same story on SQLite, where DDL is transactional and a failed revision leaves nothing. */
class ReadingOnSqliteTest {

  @TempDir static Path folder;
  private static int number;

  private static SQLiteDataSource database() {
    SQLiteDataSource database = new SQLiteDataSource();
    database.setUrl("jdbc:sqlite:" + folder.resolve("reading" + ++number + ".db"));
    return database;
  }

  @Test
  void whatAsksTheDatabase() throws IOException {
    Transcript transcript = new Transcript();
    for (Story.Chapter chapter : new Story(ReadingOnSqliteTest::database).chapters()) {
      transcript.heading(chapter.title());
      for (String line : List.of("status", "plan --sql", "drift", "check --json")) {
        transcript.run(chapter.migrator(), Optional.empty(), line.split(" "));
      }
    }
    transcript.requireSame("sqlite");
  }
}

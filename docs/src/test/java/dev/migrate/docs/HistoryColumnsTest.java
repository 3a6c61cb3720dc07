package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.testkit.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The guide describes each column of the history table, in the order of the table. */
class HistoryColumnsTest {

  private static final Path GUIDE = Path.of("guide.md");

  @Test
  void theGuideDescribesEachColumnOfTheHistory() throws IOException, SQLException {
    assertThat(described()).isEqualTo(created());
  }

  private static List<String> described() throws IOException {
    String guide = Files.readString(GUIDE);
    String page = guide.substring(guide.indexOf("\n## The history table\n"));
    List<String> names = new ArrayList<>();
    Pattern.compile("(?m)^\\| (`[^|]*`) \\|")
        .matcher(page.substring(0, page.indexOf("\n\nThe table is created")))
        .results()
        .flatMap(row -> Pattern.compile("`(\\w+)`").matcher(row.group(1)).results())
        .forEach(name -> names.add(name.group(1)));
    return names;
  }

  private static List<String> created() throws SQLException {
    DataSource database = Databases.h2();
    Revision nothing = Revision.of(Lineage.of("a").root(), op -> {});
    Migrator.on(database).revisions(nothing).build().upgrade();
    List<String> names = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet columns =
            connection.getMetaData().getColumns(null, null, "MIGRATE_HISTORY", null)) {
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }
}

package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page lists the false conflicts that the soundness test of H2 found, and explains each reason.
 * {@code -Ddocs.update} rewrites the list.
 */
class FalseConflictsTest {

  private static final Path PAGE = Path.of("branches.md");
  private static final Path FOUND =
      Path.of("../migrate-dialects/trial/h2/src/test/resources/soundness/false-conflicts.md");
  private static final String START = "<!-- generated: false conflicts -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void thePageListsWhatTheSoundnessTestFound() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    String found = Files.readString(FOUND);

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page.substring(0, start) + found + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).isEqualTo(found);
    }
  }

  @Test
  void everyReasonIsExplained() throws IOException {
    String page = Files.readString(PAGE);
    Matcher row = Pattern.compile("\\| ([^|]+) \\| \\d+ \\|").matcher(Files.readString(FOUND));
    while (row.find()) {
      assertThat(page).contains("- **" + row.group(1) + "**: ");
    }
  }
}

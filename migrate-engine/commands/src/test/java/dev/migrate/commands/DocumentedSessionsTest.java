package dev.migrate.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sessions on the pages are parts of transcripts that other tests compare. */
class DocumentedSessionsTest {

  private static final Pattern SESSION = Pattern.compile("(?ms)^```\n(\\$ db .*?)^```$");

  @ParameterizedTest
  @ValueSource(strings = {"reading.md", "flask-migrate.md"})
  void theSessionsAreTrue(String page) throws IOException {
    String text = Files.readString(Path.of("../../docs", page));
    List<String> sessions = SESSION.matcher(text).results().map(found -> found.group(1)).toList();
    String all = transcripts();

    assertThat(sessions).hasSizeGreaterThan(5);
    assertThat(sessions).allSatisfy(session -> assertThat(all).contains(session));
  }

  private static String transcripts() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/dev/migrate/commands"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file).replace("\r\n", "\n"));
      }
    }
    return all.toString();
  }
}

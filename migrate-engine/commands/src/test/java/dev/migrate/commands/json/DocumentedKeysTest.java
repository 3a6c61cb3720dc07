package dev.migrate.commands.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that the JSON has is documented, and every documented key is written. */
class DocumentedKeysTest {

  private static final Path CODE = Path.of("src/main/java/dev/migrate/commands");
  private static final Path TRANSCRIPTS = Path.of("src/test/resources/dev/migrate/commands");
  private static final Path PAGE = Path.of("../../docs/json.md");

  private static final Pattern PUT = Pattern.compile("\\.with\\(\\s*\"(\\w+)\",");
  private static final Pattern KEY = Pattern.compile("(?m)^ *\"(\\w+)\": ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");
  private static final Pattern NESTED = Pattern.compile("`([a-z]\\w*)`");

  @Test
  void everyKeyIsDocumented() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> documented = found(NESTED, page);

    assertThat(keysOfTheCode()).hasSizeGreaterThan(40).isSubsetOf(documented);
    assertThat(keysOfTheTranscripts()).isEqualTo(keysOfTheCode());
  }

  @Test
  void everyRowIsAKey() throws IOException {
    String rows =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.joining());

    assertThat(found(NESTED, rows)).isSubsetOf(keysOfTheCode());
  }

  private static Set<String> keysOfTheCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(CODE, ".java")) {
      String code = Files.readString(file);
      if (code.contains("JsonObject")) {
        keys.addAll(found(PUT, code));
      }
    }
    return keys;
  }

  private static Set<String> keysOfTheTranscripts() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(TRANSCRIPTS, ".txt")) {
      keys.addAll(found(KEY, Files.readString(file)));
    }
    return keys;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}

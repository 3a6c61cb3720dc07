package dev.migrate.dialect.sqlite;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Capabilities;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.SampleOperations;
import dev.migrate.testkit.SampleOperations.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SQL of every kind of operation, to be read; {@code -Dgolden.write=true} writes it anew. */
class SqliteGoldenSqlTest {

  static final SqliteRenderer RENDERER =
      new SqliteRenderer(new Capabilities("SQLite 3.53", true, 1_000, false, Set.of()));
  static final List<DialectName> NAMES = List.of(DialectName.SQLITE);

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  static List<String> kinds() {
    return Arrays.stream(Operation.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .map(name -> name.substring(0, 1).toLowerCase() + name.substring(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void rendersAsWritten(String kind) throws IOException {
    List<Sample> samples = SampleOperations.byKind().getOrDefault(kind, List.of());
    assertThat(samples).as("samples of %s", kind).isNotEmpty();

    String actual =
        samples.stream().map(sample -> sample.script(RENDERER, NAMES)).collect(joining("\n"));
    Path file = GOLDEN.resolve(kind + ".sql");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertThat(file).content().isEqualTo(actual);
  }

  @Test
  void goldenFilesAreAllOfKnownKinds() throws IOException {
    Map<String, List<Sample>> samples = SampleOperations.byKind();
    assertThat(kinds()).containsAll(samples.keySet());
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyInAnyOrderElementsOf(
              kinds().stream().map(kind -> kind + ".sql").toList());
    }
  }
}

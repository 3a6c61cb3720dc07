package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The SQL of a dialect, in files for people to read: one for each kind of operation, with all
 * samples of {@link SampleOperations}. A change of the SQL is a change of these files; {@code
 * -Dgolden.write=true} writes them.
 */
public interface GoldenSqlContract extends SampleContract {

  /**
   * The dialect.
   *
   * @return the dialect, for which no database is needed
   */
  Dialect dialect();

  /**
   * Where the files are.
   *
   * @return a folder below the module's, {@code src/test/resources/golden} by default
   */
  default Path goldenFolder() {
    return Path.of("src", "test", "resources", "golden");
  }

  /**
   * Every kind of operation has a file that says what is rendered.
   *
   * @return a test for each kind
   */
  @TestFactory
  default Stream<DynamicTest> rendersAsInTheGoldenFile() {
    Map<String, List<Sample>> samples = SampleOperations.byKind(samples());
    return Arrays.stream(Operation.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
        .map(kind -> dynamicTest(kind, () -> compare(kind, samples.getOrDefault(kind, List.of()))));
  }

  private void compare(String kind, List<Sample> samples) throws IOException {
    String rendered =
        samples.stream()
            .map(sample -> sample.script(dialect().renderer(), dialect().names()))
            .collect(Collectors.joining("\n"));
    Path file = goldenFolder().resolve(kind + ".sql");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(goldenFolder());
      Files.writeString(file, rendered);
    }
    assertEquals(Files.exists(file) ? Files.readString(file) : "", rendered, file.toString());
  }
}

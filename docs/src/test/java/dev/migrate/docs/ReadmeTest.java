package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the README and the guide show is code that compiles and runs, and they leave nothing out.
 * {@code ./mvnw test -pl docs -am -Ddocs.update} writes the blocks of code and the messages again.
 */
class ReadmeTest {

  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final List<Path> PAGES =
      List.of(
          TOP.resolve("README.md"),
          TOP.resolve("CONTRIBUTING.md"),
          TOP.resolve("docs/glossary.md"),
          TOP.resolve("docs/design.md"),
          TOP.resolve("docs/decisions/README.md"),
          TOP.resolve("docs/guide.md"),
          TOP.resolve("docs/branches.md"),
          TOP.resolve("docs/databases.md"),
          TOP.resolve("docs/testing.md"),
          TOP.resolve("docs/extending.md"));

  static List<Snippets.Block> blocks() throws IOException {
    List<Snippets.Block> blocks = new ArrayList<>();
    for (Path page : PAGES) {
      blocks.addAll(Snippets.blocks(page, "snippet"));
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aBlockOfCodeIsWhatTheSourceSays(Snippets.Block block) throws IOException {
    Map<String, String> regions =
        Snippets.regions(Path.of("src/main/java"), Path.of("src/test/java"));

    assertThat(regions).containsKey(block.name());
    Snippets.require(block, regions.get(block.name()));
  }

  @Test
  void everyBlockOfJavaIsMarked() throws IOException {
    for (Path page : PAGES) {
      Matcher java = Pattern.compile("(?m)^```java$").matcher(Files.readString(page));

      assertThat(java.results().count())
          .as(page.toString())
          .isEqualTo(Snippets.blocks(page, "snippet").size());
    }
  }

  @Test
  void theGuideHasALineForEveryOperation() throws IOException {
    String source =
        packed(Files.readString(Path.of("src/test/java/dev/migrate/guide/EveryOperation.java")));
    Map<String, String> examples = new TreeMap<>();
    Pattern line = Pattern.compile("(?m)^\\| `(\\w+)` \\| `(op\\..*?;)` \\|");
    line.matcher(Files.readString(TOP.resolve("docs/guide.md")))
        .results()
        .forEach(found -> examples.put(found.group(1), found.group(2)));

    assertThat(examples.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Operation.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    assertThat(examples.values()).allSatisfy(code -> assertThat(source).contains(packed(code)));
  }

  private static String packed(String code) {
    return code.replaceAll("\\s+", "");
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    Pattern link = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");
    for (Path page : PAGES) {
      Stream<String> targets =
          link.matcher(Files.readString(page)).results().map(result -> result.group(1));

      assertThat(targets).allSatisfy(target -> assertThat(page.resolveSibling(target)).exists());
    }
  }
}

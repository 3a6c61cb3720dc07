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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the README and the guide show is code that compiles and runs, and they leave nothing out.
 * {@code ./mvnw test -pl docs -am -Ddocs.update} writes the blocks of code and the messages again.
 */
class ReadmeTest {

  static List<Snippets.Block> blocks() throws IOException {
    List<Snippets.Block> blocks = new ArrayList<>();
    for (Path page : Pages.all()) {
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
    for (Path page : Pages.all()) {
      String text = Files.readString(page);
      String block = "(?m)%s^```java$";
      long all = Pattern.compile(block.formatted("")).matcher(text).results().count();
      String mark = "^<!-- (snippet|message): \\S+ -->\\R+";
      long marked = Pattern.compile(block.formatted(mark)).matcher(text).results().count();

      assertThat(marked).as(page.toString()).isEqualTo(all);
    }
  }

  @Test
  void theGuideHasALineForEveryOperation() throws IOException {
    String source =
        packed(Files.readString(Path.of("src/test/java/dev/migrate/guide/EveryOperation.java")));
    Map<String, String> examples = new TreeMap<>();
    Pattern line = Pattern.compile("(?m)^\\| `(\\w+)` \\| `(op\\..*?;)` \\|");
    line.matcher(Files.readString(Pages.TOP.resolve("docs/guide.md")))
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
}

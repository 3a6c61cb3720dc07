package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import dev.migrate.operation.Operation;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The table of what operations look at and change says what the operations themselves say. {@code
 * -Ddocs.update} writes it again.
 */
class FootprintTableTest {

  private static final Path PAGE = Path.of("branches.md");
  private static final String START = "<!-- generated: footprints -->\n";
  private static final String END = "<!-- end -->";

  @Test
  void theTableSaysWhatTheOperationsSay() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    String table = table();

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).isEqualTo(table);
    }
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| operation | changes | adds to | looks at |\n");
    table.append("|---|---|---|---|\n");
    Map<String, List<Sample>> samples = SampleOperations.byKind();
    for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
      String kind = operation.getSimpleName();
      List<Footprint> footprints =
          samples.values().stream()
              .flatMap(List::stream)
              .filter(sample -> sample.operation().getClass().equals(operation))
              .map(sample -> sample.operation().footprint(sample.before()))
              .toList();
      assertThat(footprints).as(kind).isNotEmpty();
      table.append("| `").append(kind).append("` | ").append(words(footprints, Footprint::writes));
      table.append(" | ").append(words(footprints, Footprint::adds));
      table.append(" | ").append(words(footprints, Footprint::reads)).append(" |\n");
    }
    return table.toString();
  }

  private static String words(List<Footprint> footprints, Function<Footprint, Set<Cell>> cells) {
    Set<String> words = new TreeSet<>();
    for (Footprint footprint : footprints) {
      for (Cell cell : cells.apply(footprint)) {
        words.add(cell.aspect().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return String.join(", ", words);
  }
}

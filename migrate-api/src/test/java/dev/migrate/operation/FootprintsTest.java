package dev.migrate.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The cells of every sample in a file for people to read; {@code -Dgolden.write=true} writes it
 * again.
 */
class FootprintsTest {

  private static final Path FILE = Path.of("src/test/resources/footprints.txt");

  @Test
  void everyOperationTouchesTheCellsThatTheFileSays() throws IOException {
    String actual = footprints();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(FILE, actual, UTF_8);
    }
    assertThat(actual).isEqualTo(Files.readString(FILE, UTF_8));
  }

  private static String footprints() {
    StringBuilder text = new StringBuilder("# Operation -> what it and its inverse touch\n");
    for (Map.Entry<String, Operation> sample : OperationSamples.all().entrySet()) {
      Footprint footprint = sample.getValue().footprint(OperationSamples.SCHEMA);
      text.append('\n').append(sample.getKey()).append('\n');
      text.append("    ").append(sample.getValue().toString().replace("\n", "\n    ")).append('\n');
      append(text, "reads   ", footprint.reads());
      append(text, "writes  ", footprint.writes());
      append(text, "adds to ", footprint.adds());
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String verb, Set<Cell> cells) {
    cells.stream()
        .map(Cell::toString)
        .sorted()
        .forEach(cell -> text.append("  ").append(verb).append(' ').append(cell).append('\n'));
  }
}

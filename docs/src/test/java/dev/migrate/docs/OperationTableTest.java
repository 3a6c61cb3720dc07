package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operation;
import dev.migrate.schema.DialectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of operations say what the golden files of the dialects say, whose SQL the tests of
 * the dialects run. {@code -Ddocs.update} writes them again.
 */
class OperationTableTest {

  /** What a page has between the marks of a name. */
  record Block(Path page, String name, String text) {

    @Override
    public String toString() {
      return page.getFileName() + ": " + name;
    }
  }

  static List<Block> blocks() throws IOException {
    Path databases = BuiltInDialect.TOP.resolve("docs/databases.md");
    Map<String, DialectName> names = new LinkedHashMap<>();
    BuiltInDialect.all().forEach(dialect -> names.put(dialect.title(), dialect.name()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(BuiltInDialect.TOP.resolve("README.md"), "operations", summary()));
    blocks.add(new Block(databases, "operations", summary()));
    blocks.add(new Block(databases, "types", TypeTable.of(names)));
    for (BuiltInDialect dialect : BuiltInDialect.all()) {
      blocks.add(new Block(databases, dialect.mark(), details(dialect.goldenSql())));
    }
    return blocks;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void isWhatTheGoldenFilesSay(Block block) throws IOException {
    String start = "<!-- generated: " + block.name() + " -->\n";
    String page = Files.readString(block.page());
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf("<!-- end -->", from);
    assertThat(from).as("the mark " + start).isGreaterThanOrEqualTo(start.length());
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(block.page(), page.substring(0, from) + block.text() + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(block.text());
    }
  }

  private static List<String> operations() {
    return Arrays.stream(Operation.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .toList();
  }

  private static String summary() throws IOException {
    List<BuiltInDialect> dialects = BuiltInDialect.all();
    StringBuilder table = new StringBuilder("| operation |");
    dialects.forEach(dialect -> table.append(' ').append(dialect.title()).append(" |"));
    table.append("\n|---|").append("---|".repeat(dialects.size())).append('\n');
    for (String operation : operations()) {
      table.append("| `").append(operation).append("` |");
      for (BuiltInDialect dialect : dialects) {
        GoldenSql golden = dialect.goldenSql();
        table.append(' ').append(golden.samples(operation).inShort()).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String details(GoldenSql golden) throws IOException {
    StringBuilder table =
        new StringBuilder("| operation | refused, and the alternative |\n|---|---|\n");
    for (String operation : operations()) {
      for (Map.Entry<String, String> refused : golden.samples(operation).refused().entrySet()) {
        table.append("| `").append(operation).append("` ").append(refused.getKey());
        table.append(" | ").append(refused.getValue()).append(" |\n");
      }
    }
    return table.toString();
  }
}

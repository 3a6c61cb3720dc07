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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of operations say what the golden files of the dialects say, whose SQL the tests of
 * the dialects run. {@code -Ddocs.update} writes them again.
 */
class OperationTableTest {

  private static final Path TOP = Path.of("..");
  private static final Path DIALECTS = TOP.resolve("migrate-dialects");
  private static final String GOLDEN = "src/test/resources/golden";

  private static Map<String, DialectName> names() {
    Map<String, DialectName> names = new LinkedHashMap<>();
    names.put("H2", DialectName.H2);
    names.put("PostgreSQL", DialectName.POSTGRESQL);
    names.put("MariaDB", DialectName.MARIADB);
    names.put("MySQL", DialectName.MYSQL);
    names.put("SQLite", DialectName.SQLITE);
    return names;
  }

  /** What a page has between the marks of a name. */
  record Block(Path page, String name, String text) {

    @Override
    public String toString() {
      return page.getFileName() + ": " + name;
    }
  }

  private static Map<String, GoldenSql> databases() {
    Map<String, GoldenSql> databases = new LinkedHashMap<>();
    databases.put("H2", golden("h2", ""));
    databases.put("PostgreSQL", golden("postgresql", ""));
    databases.put("MariaDB", golden("mysql", "mariadb"));
    databases.put("MySQL", golden("mysql", "mysql"));
    databases.put("SQLite", golden("sqlite", ""));
    return databases;
  }

  private static GoldenSql golden(String module, String folder) {
    return new GoldenSql(DIALECTS.resolve(module).resolve(GOLDEN).resolve(folder));
  }

  static List<Block> blocks() throws IOException {
    Path databases = TOP.resolve("docs/databases.md");
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(TOP.resolve("README.md"), "operations", summary()));
    blocks.add(new Block(databases, "operations", summary()));
    blocks.add(new Block(databases, "types", TypeTable.of(names())));
    for (Map.Entry<String, GoldenSql> database : databases().entrySet()) {
      String name = database.getKey().toLowerCase(Locale.ROOT);
      blocks.add(new Block(databases, name, details(database.getValue())));
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
    Map<String, GoldenSql> databases = databases();
    StringBuilder table = new StringBuilder("| operation |");
    databases.keySet().forEach(name -> table.append(' ').append(name).append(" |"));
    table.append("\n|---|").append("---|".repeat(databases.size())).append('\n');
    for (String operation : operations()) {
      table.append("| `").append(operation).append("` |");
      for (GoldenSql golden : databases.values()) {
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

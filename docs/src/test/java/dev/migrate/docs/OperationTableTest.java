package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The guide's table of operations on H2 says what the dialect's golden files say. {@code
 * -Ddocs.update} writes it anew.
 */
class OperationTableTest {

  private static final Path GOLDEN = Path.of("../migrate-dialects/h2/src/test/resources/golden");
  private static final Path GUIDE = Path.of("guide.md");
  private static final String START = "<!-- generated: operations -->\n";
  private static final String END = "<!-- end -->";

  private static final Pattern CASE =
      Pattern.compile("(?m)^-- (?<name>\\S.*)\\R(?<body>(.+\\R?)*)");
  private static final Pattern NEXT = Pattern.compile("(?m)^-- +next +(.*(\\R-- {11}.*)*)");

  @Test
  void theTableSaysWhatTheGoldenFilesSay() throws IOException {
    String page = Files.readString(GUIDE);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    String table = table();

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(GUIDE, page.substring(0, start) + table + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).isEqualTo(table);
    }
  }

  private static String table() throws IOException {
    StringBuilder table =
        new StringBuilder("| operation | runs | refused, and the alternative |\n");
    table.append("|---|---|---|\n");
    for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
      String name = operation.getSimpleName();
      String file = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".sql";
      table.append(row(name, Files.readString(GOLDEN.resolve(file))));
    }
    return table.toString();
  }

  private static String row(String operation, String golden) {
    List<String> runs = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    var cases = CASE.matcher(golden);
    while (cases.find()) {
      var next = NEXT.matcher(cases.group("body"));
      if (next.find()) {
        String alternative = next.group(1).replaceAll("\\R-- +", " ");
        refused.add(cases.group("name") + ": " + alternative.replace("|", "\\|"));
      } else {
        runs.add(cases.group("name"));
      }
    }
    return "| `"
        + operation
        + "` | "
        + String.join("; ", runs)
        + " | "
        + String.join("; ", refused)
        + " |\n";
  }
}

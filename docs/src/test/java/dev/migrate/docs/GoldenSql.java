package dev.migrate.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The golden files of a dialect: what its samples of operations are in SQL, or why they are
 * refused.
 *
 * @param folder where they are
 */
record GoldenSql(Path folder) {

  private static final Pattern CASE =
      Pattern.compile("(?m)^-- (?<name>\\S.*)\\R(?<body>(.+\\R?)*)");
  private static final Pattern NEXT = Pattern.compile("(?m)^-- +next +(.*(\\R-- {11}.*)*)");

  /**
   * The samples of one kind of operation.
   *
   * @param count how many there are
   * @param refused the names of the refused ones, and their alternatives
   */
  record Samples(int count, Map<String, String> refused) {

    /** In a word for a table. */
    String inShort() {
      int runs = count - refused.size();
      if (runs == 0) {
        return "no";
      }
      return refused.isEmpty()
          ? "yes"
          : "yes, except " + refused.size() + " of " + count + " cases";
    }
  }

  Samples samples(String operation) throws IOException {
    String file = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    Matcher sample = CASE.matcher(Files.readString(folder.resolve(file + ".sql")));
    Map<String, String> refused = new LinkedHashMap<>();
    int count = 0;
    while (sample.find()) {
      count++;
      Matcher next = NEXT.matcher(sample.group("body"));
      if (next.find()) {
        String alternative = next.group(1).replaceAll("\\R-- +", " ");
        refused.put(sample.group("name"), alternative.replace("|", "\\|"));
      }
    }
    return new Samples(count, refused);
  }
}

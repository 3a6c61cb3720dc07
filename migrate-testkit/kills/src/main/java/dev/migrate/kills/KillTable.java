package dev.migrate.kills;

import dev.migrate.testkit.UrlDataSource;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.logging.LogManager;

/**
 * Prints what the next run does after a kill, for each tool and database, as a table of Markdown:
 * {@code ./mvnw -q -Pkills}. Not a test: it takes minutes, and shows others as well.
 */
public final class KillTable {

  private KillTable() {}

  /**
   * Prints the table, and what tools said where they were stuck.
   *
   * @param arguments none
   * @throws Exception if a database does not work
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    LogManager.getLogManager().reset();
    StringBuilder notes = new StringBuilder();
    System.out.println("| database | tool | kills | ended | asked | stuck | wrong |");
    System.out.println("|---|---|---|---|---|---|---|");
    try (Databases databases = new Databases()) {
      for (Map.Entry<String, IntFunction<UrlDataSource>> product :
          databases.products().entrySet()) {
        for (Tool tool : Tool.values()) {
          KilledRuns runs = new KilledRuns(tool, databases, product.getValue()).run();
          Map<Ending, Integer> endings = runs.endings();
          StringBuilder line =
              new StringBuilder("| " + product.getKey() + " | " + tool.title() + " | ");
          line.append(endings.values().stream().mapToInt(Integer::intValue).sum());
          for (Ending ending : Ending.values()) {
            line.append(" | ").append(endings.getOrDefault(ending, 0));
          }
          System.out.println(line + " |");
          runs.messages()
              .forEach(
                  (message, count) ->
                      notes.append(
                          "%s, %s, %d times: %s%n"
                              .formatted(product.getKey(), tool.title(), count, message)));
        }
      }
    }
    System.out.println();
    System.out.print(notes);
  }
}

package dev.migrate.benchmark;

import java.util.Locale;

/**
 * Measures the library against hand-written JDBC that does the same, as ratios in one run: {@code
 * ./mvnw -q -Pbenchmark}. Not a test: times depend on the machine, ratios less so.
 */
public final class Benchmark {

  private Benchmark() {}

  /**
   * Prints the figures.
   *
   * @param arguments none
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] arguments) throws Exception {
    print("upgrade of a fresh H2 database in memory, one CREATE TABLE a revision");
    print("  revisions   by hand     Migrator    ratio");
    UpgradeMeasurement.warmUp();
    for (int revisions : new int[] {100, 1_000, 5_000}) {
      UpgradeMeasurement.Result result = UpgradeMeasurement.of(revisions);
      print(
          "  %9d  %7.1f ms  %7.1f ms  %5.2f x",
          revisions, result.byHand(), result.migrator(), result.migrator() / result.byHand());
    }
    print("");
    print("start with nothing to do on the same database (1 statement)");
    print("  revisions   by hand     Migrator    ratio");
    for (int revisions : new int[] {100, 1_000, 5_000}) {
      UpgradeMeasurement.Result result = UpgradeMeasurement.ofStart(revisions);
      print(
          "  %9d  %7.2f ms  %7.2f ms  %5.2f x",
          revisions, result.byHand(), result.migrator(), result.migrator() / result.byHand());
    }
    print("");
    print("graph, verdict and plan without a database, a merge every ten revisions");
    print("  revisions     merges      graph    verdict       plan");
    for (int revisions : new int[] {10_000, 20_000, 40_000, 80_000, 100_000}) {
      PlanMeasurement result = PlanMeasurement.of(revisions);
      print(
          "  %9d  %9d  %7.0f ms  %7.0f ms  %7.0f ms",
          revisions, result.merges(), result.graph(), result.verdict(), result.plan());
    }
    print("");
    print("judging branches without a database");
    print("  revisions      heads    verdict");
    for (int[] size : new int[][] {{1_000, 50}, {5_000, 50}, {10_000, 100}}) {
      print("  %9d  %9d  %7.0f ms", size[0], size[1], JudgeMeasurement.of(size[0], size[1]));
    }
    print("");
    print("operations between two schemas without a database");
    print("     tables        few       many      moved");
    for (int tables : new int[] {1_000, 2_000, 5_000, 10_000}) {
      DifferenceMeasurement result = DifferenceMeasurement.of(tables);
      print(
          "  %9d  %6.0f ms  %6.0f ms  %6.0f ms",
          tables, result.few(), result.many(), result.moved());
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

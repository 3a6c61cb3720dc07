package dev.migrate.benchmark;

import java.util.Locale;
import java.util.Map;

/**
 * Measures the library against hand-written JDBC that does the same, and against Flyway, as ratios
 * in one run: {@code ./mvnw -q -Pbenchmark}. Not a test: times depend on the machine, ratios less
 * so.
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
    header("a JVM that only upgrades, from start to end, H2 in a file, CPU time, median of 7");
    for (int revisions : new int[] {50, 1_000}) {
      line("nothing to do", revisions, StartMeasurement.idle(revisions));
    }
    line("all to do", 300, StartMeasurement.fresh(300));
    WarmMeasurement.fresh(1_000, 3);
    header("upgrade in a warm JVM, H2 in memory, CPU time, median of 9 and of 3");
    for (int revisions : new int[] {100, 1_000, 5_000}) {
      Times times = WarmMeasurement.idle(revisions);
      line("first of them", revisions, times.first());
      line("nothing to do", revisions, times.medians());
    }
    for (int revisions : new int[] {300, 1_000}) {
      line("all to do", revisions, WarmMeasurement.fresh(revisions, 3).medians());
    }
    line("all to do", 5_000, WarmMeasurement.fresh(5_000, 1).medians());
    header("upgrade in a warm JVM, PostgreSQL, time that passes, median of 7");
    line("all to do", 300, PostgresqlMeasurement.fresh(300));
    print("");
    print("one revision that inserts rows, H2 in memory");
    print("       rows   by hand     Migrator    ratio");
    for (int rows : new int[] {10_000, 20_000, 40_000}) {
      RowsMeasurement result = RowsMeasurement.of(rows);
      print(
          "  %9d  %7.0f ms  %7.0f ms  %5.2f x",
          rows, result.byHand(), result.migrator(), result.migrator() / result.byHand());
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
    PlanMeasurement wide = PlanMeasurement.ofWide(100_000);
    print(
        "  %9d  %9d  %7.0f ms  %7.0f ms  %7.0f ms  a million edges",
        100_000, wide.merges(), wide.graph(), wide.verdict(), wide.plan());
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

  private static void header(String what) {
    print("");
    print(what);
    print("                 revisions    by hand            Migrator              Flyway");
  }

  private static void line(String what, int revisions, Map<Upgrader, Double> times) {
    double byHand = times.getOrDefault(Upgrader.BY_HAND, Double.NaN);
    double migrator = times.getOrDefault(Upgrader.MIGRATOR, Double.NaN);
    double flyway = times.getOrDefault(Upgrader.FLYWAY, Double.NaN);
    print(
        "  %-13s  %9d  %7.1f ms  %7.1f ms %5.2f x  %8.1f ms %6.2f x",
        what, revisions, byHand, migrator, migrator / byHand, flyway, flyway / byHand);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

package dev.migrate.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long a JVM runs that only upgrades a database in a file, from its start to its end: what a
 * user waits for. The best of several rounds, in which all take turns.
 */
final class StartMeasurement {

  private static final int ROUNDS = 5;

  private StartMeasurement() {}

  /** With nothing to do, in milliseconds. */
  static Map<Upgrader, Double> idle(int revisions) throws IOException, InterruptedException {
    return measure(revisions, false);
  }

  /** On an empty database, in milliseconds. */
  static Map<Upgrader, Double> fresh(int revisions) throws IOException, InterruptedException {
    return measure(revisions, true);
  }

  private static Map<Upgrader, Double> measure(int revisions, boolean isFresh)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("migrate-benchmark");
    Map<Upgrader, Double> best = new EnumMap<>(Upgrader.class);
    try {
      for (int round = 0; round <= ROUNDS; round++) {
        for (Upgrader upgrader : Upgrader.values()) {
          Path database = folder.resolve(upgrader.name());
          if (isFresh) {
            Files.deleteIfExists(folder.resolve(upgrader.name() + ".mv.db"));
          }
          double time = run(upgrader, database, revisions);
          if (round > 0) {
            best.merge(upgrader, time, Math::min);
          }
        }
      }
      return best;
    } finally {
      try (var files = Files.list(folder)) {
        files.map(Path::toFile).forEach(File::delete);
      }
      Files.delete(folder);
    }
  }

  private static double run(Upgrader upgrader, Path database, int revisions)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                ClassPath.text(),
                StartProgram.class.getName(),
                upgrader.name(),
                "jdbc:h2:file:" + database,
                Integer.toString(revisions))
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IllegalStateException(upgrader + " ended with " + status);
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}

package dev.migrate.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a JVM costs that only upgrades a database in a file, from its start to its end, in
 * milliseconds of the processor: all threads count, also those of the compiler, and other programs
 * do not. The median of several rounds, in which all take turns.
 */
final class StartMeasurement {

  private static final int ROUNDS = 7;

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
    Times times = new Times();
    try {
      for (int round = 0; round <= ROUNDS; round++) {
        for (Upgrader upgrader : Upgrader.values()) {
          Path database = folder.resolve(upgrader.name());
          if (isFresh) {
            Files.deleteIfExists(folder.resolve(upgrader.name() + ".mv.db"));
          }
          double time = run(upgrader, database, revisions);
          if (round > 0) {
            times.add(upgrader, time);
          }
        }
      }
      return times.medians();
    } finally {
      try (var files = Files.list(folder)) {
        files.map(Path::toFile).forEach(File::delete);
      }
      Files.delete(folder);
    }
  }

  private static double run(Upgrader upgrader, Path database, int revisions)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                ClassPath.text(),
                StartProgram.class.getName(),
                upgrader.name(),
                "jdbc:h2:file:" + database,
                Integer.toString(revisions))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(upgrader + " ended with " + status);
    }
    return Double.parseDouble(printed);
  }
}

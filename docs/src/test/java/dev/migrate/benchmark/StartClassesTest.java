package dev.migrate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many classes of this library a JVM loads for a start with nothing to do, and how many of them
 * stand for lambdas, which are made at run time: a cold start pays for each. A budget, with some
 * room: raise it for a reason.
 */
class StartClassesTest {

  private static final int CLASSES = 290;
  private static final int LAMBDAS = 40;

  @TempDir private Path folder;

  private List<String> loaded() throws IOException, InterruptedException {
    Path log = folder.resolve("classes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-Xlog:class+load:file=" + log.getFileName(),
                "-cp",
                ClassPath.text(),
                StartProgram.class.getName(),
                Upgrader.MIGRATOR.name(),
                "jdbc:h2:file:" + folder.resolve("database"),
                "50")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    try (var lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" dev.migrate."))
          .filter(line -> !line.contains(" dev.migrate.benchmark."))
          .toList();
    }
  }

  @Test
  void aStartWithNothingToDoLoadsFewClasses() throws IOException, InterruptedException {
    List<String> first = loaded();
    List<String> idle = loaded();
    assertThat(idle).hasSizeLessThan(first.size()).hasSizeBetween(100, CLASSES);
    assertThat(idle.stream().filter(line -> line.contains("$Lambda"))).hasSizeBetween(1, LAMBDAS);
  }
}

package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same classes, compiled once against Hibernate 7, run with Hibernate 6.6 in another JVM. */
class OldestHibernateTest {

  /** What both lines have in versions that do not work together. */
  private static final String OTHER_LINE =
      "(hibernate-|jakarta\\.persistence-api|jandex|byte-buddy|jboss-logging).*";

  @Test
  void theSampleIsMigratedWithHibernate66() throws IOException, InterruptedException {
    Path folder =
        Path.of(System.getProperty("migrate.test.hibernate.oldest", "target/hibernate-oldest"));
    assumeTrue(Files.isDirectory(folder), "there is no " + folder + ", which the build makes");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(folder),
                OnOldest.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).endsWith("verified with 6.6.53.Final");
  }

  private static String classPath(Path folder) throws IOException {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder)) {
      jars.map(jar -> jar.toAbsolutePath().toString()).forEach(paths::add);
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!Path.of(entry).getFileName().toString().matches(OTHER_LINE)) {
        paths.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, paths);
  }
}

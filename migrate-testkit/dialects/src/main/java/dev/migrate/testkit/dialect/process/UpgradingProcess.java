package dev.migrate.testkit.dialect.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.testkit.UrlDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A running {@link UpgradingProgram}. What it says arrives in a queue, with the time. */
final class UpgradingProcess implements AutoCloseable {

  /**
   * A line that a process said.
   *
   * @param nanos {@link System#nanoTime()} when it arrived
   */
  record Line(UpgradingProcess process, String text, long nanos) {}

  private final Process process;
  private final Writer input;

  /** Starts a process on the class path of this one. */
  UpgradingProcess(Queue<Line> lines) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      this.process =
          new ProcessBuilder(
                  List.of(
                      java,
                      "-XX:TieredStopAtLevel=1",
                      "-XX:+UseSerialGC",
                      "-Xmx96m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      UpgradingProgram.class.getName()))
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    this.input = process.outputWriter(UTF_8);
    Thread reader = new Thread(() -> read(lines), "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Queue<Line> lines) {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String text = output.readLine(); text != null; text = output.readLine()) {
        lines.add(new Line(this, text, System.nanoTime()));
      }
    } catch (IOException ended) {
      // The process was killed.
    }
  }

  /** Lets it upgrade a database, perhaps with a lease of this length. */
  void upgrade(UrlDataSource database, Optional<Duration> lease) {
    try {
      input.write(
          database.url()
              + "\t"
              + database.user()
              + "\t"
              + database.password()
              + "\t"
              + lease.map(Duration::toString).orElse("")
              + "\n");
      input.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Kills it, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

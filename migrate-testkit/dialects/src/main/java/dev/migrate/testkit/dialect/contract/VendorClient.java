package dev.migrate.testkit.dialect.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The client of a database's vendor that runs a file. */
public interface VendorClient {

  /** What the client does after a statement that failed. */
  enum Mode {
    /** What it does by default. */
    USUAL,
    /** It goes on, as far as it can be made to. */
    GOING_ON
  }

  /**
   * What came of it.
   *
   * @param succeeded whether the client says that all went well
   * @param output what it printed
   */
  record Result(boolean succeeded, String output) {}

  /**
   * Runs a script in the C locale, in which nothing is known of other characters than ASCII.
   *
   * @param database a database that {@link ScriptedDatabase#emptyDatabase} made
   * @param mode what happens after an error
   * @throws IOException if the client cannot be run
   */
  Result run(DataSource database, Path script, Mode mode) throws IOException;

  /**
   * Runs a program in the folder of the script.
   *
   * @param isInput whether it is the program's standard input
   * @param command the program and its arguments
   * @throws IOException if the program cannot be run
   */
  static Result execute(Path script, boolean isInput, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Objects.requireNonNull(script.toAbsolutePath().getParent()).toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("LC_ALL", "C");
    if (isInput) {
      builder.redirectInput(script.toFile());
    }
    Process process = builder.start();
    if (!isInput) {
      process.getOutputStream().close();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("does not end: " + command);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
    return new Result(process.exitValue() == 0, output);
  }
}

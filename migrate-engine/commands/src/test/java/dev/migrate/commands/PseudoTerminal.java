package dev.migrate.commands;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs a program in a pseudo terminal, and types on it. Immutable; needs Python. */
final class PseudoTerminal {

  private static final int SECONDS = 90;

  private final int columns;
  private final Map<String, String> environment;
  private final List<String> options;
  private final List<String> first;
  private final List<String> steps;

  private PseudoTerminal(
      int columns,
      Map<String, String> environment,
      List<String> options,
      List<String> first,
      List<String> steps) {
    this.columns = columns;
    this.environment = environment;
    this.options = options;
    this.first = first;
    this.steps = steps;
  }

  static PseudoTerminal columns(int columns) {
    return new PseudoTerminal(
        columns, Map.of("TERM", "xterm", "LC_ALL", "C.UTF-8"), List.of(), List.of(), List.of());
  }

  PseudoTerminal with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(variable, value);
    return new PseudoTerminal(columns, more, options, first, steps);
  }

  /** A system property of the program. */
  PseudoTerminal property(String name, String value) {
    return new PseudoTerminal(
        columns, environment, and(options, "-D" + name + "=" + value), first, steps);
  }

  /** An argument of the program in front of all others. */
  PseudoTerminal argument(String value) {
    return new PseudoTerminal(columns, environment, options, and(first, value), steps);
  }

  /** Types keys once a text is on the screen. */
  PseudoTerminal type(String once, String keys) {
    return new PseudoTerminal(
        columns,
        environment,
        options,
        first,
        and(steps, "[" + json(once) + "," + json(keys) + "]"));
  }

  /** Closes the terminal once a text is on the screen. */
  PseudoTerminal hangUp(String once) {
    return type(once, "HANG UP");
  }

  /**
   * What happened.
   *
   * @param written everything that the program wrote, and the terminal echoed
   */
  record Session(int exitCode, String written) {

    /** What is on the screen at the end, without colours. */
    String screen() {
      return Screen.of(written);
    }
  }

  Session run(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("python3", script().toString(), "" + columns, "" + SECONDS, steps.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(first);
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Session run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("COLUMNS");
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try (InputStream output = process.getInputStream()) {
        String written = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(SECONDS, TimeUnit.SECONDS);
        return new Session(process.exitValue(), written);
      }
    } catch (IOException noPython) {
      Assumptions.abort("skipped: a pseudo terminal needs python3");
      throw new AssertionError(noPython);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stop);
    }
  }

  private static Path script() {
    URL resource =
        Objects.requireNonNull(PseudoTerminal.class.getResource("pseudo_terminal.py"), "script");
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static List<String> and(List<String> all, String one) {
    List<String> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(unit -> json.append(String.format("\\u%04x", unit)));
    return json.append('"').toString();
  }
}

package dev.migrate.commands.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What the shell knows of the terminal of the process. Immutable.
 *
 * @param errIsTerminal whether the standard error is a terminal
 * @param width its number of columns, if it is known
 */
record TerminalProbe(boolean errIsTerminal, OptionalInt width) {

  private static final String SCRIPT = "stty size 2>/dev/null || echo; test -t 2 && echo terminal";
  private static final int SECONDS = 2;

  /** Asks a shell that shares the streams; without one, the standard error counts as a terminal. */
  static TerminalProbe ofProcess() {
    TerminalProbe unknown = new TerminalProbe(true, OptionalInt.empty());
    if (Device.isWindows()) {
      return unknown;
    }
    try {
      Process process =
          new ProcessBuilder("sh", "-c", SCRIPT)
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.US_ASCII);
        return process.waitFor(SECONDS, TimeUnit.SECONDS) ? parse(text) : unknown;
      } finally {
        process.destroy();
      }
    } catch (IOException noShell) {
      return unknown;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return unknown;
    }
  }

  /** Reads {@code 24 80} and, in the next line, {@code terminal}. */
  static TerminalProbe parse(String text) {
    String[] lines = text.split("\n", -1);
    String[] size = lines[0].strip().split(" ", -1);
    boolean errIsTerminal = lines.length > 1 && lines[1].strip().equals("terminal");
    return new TerminalProbe(
        errIsTerminal, size.length == 2 ? number(size[1]) : OptionalInt.empty());
  }

  /** A number of columns, if the text is one. */
  static OptionalInt number(String text) {
    return text.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}

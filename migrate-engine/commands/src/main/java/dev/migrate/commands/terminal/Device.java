package dev.migrate.commands.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The terminal of the process. Immutable.
 *
 * @param isAttached whether both the standard input and the standard output are a terminal
 * @param errIsTerminal whether the standard error is one on which a line can be written again
 * @param width its number of columns, if it is known
 * @param charset what it shows
 */
record Device(
    boolean isAttached,
    boolean errIsTerminal,
    OptionalInt width,
    boolean hasColors,
    Charset charset) {

  /** The terminal of this process, if it has one. */
  static Device ofProcess() {
    return isConsoleTerminal()
        ? attached(System.getenv(), TerminalProbe.ofProcess())
        : new Device(false, false, OptionalInt.empty(), false, StandardCharsets.UTF_8);
  }

  static Device attached(Map<String, String> environment, TerminalProbe probe) {
    OptionalInt columns = TerminalProbe.number(environment.getOrDefault("COLUMNS", ""));
    return new Device(
        true,
        probe.errIsTerminal() && !environment.getOrDefault("TERM", "").equals("dumb"),
        columns.isPresent() ? columns : probe.width(),
        hasColors(environment, isWindows()),
        charsetOfProcess());
  }

  static boolean hasColors(Map<String, String> environment, boolean windows) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    boolean knows =
        !windows
            || environment.containsKey("WT_SESSION")
            || environment.containsKey("TERM")
            || environment.containsKey("ANSICON")
            || environment.getOrDefault("ConEmuANSI", "").equals("ON");
    return knows && !refused;
  }

  static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  /** Since JDK 22 there is a console without a terminal too; before, there was none. */
  @SuppressWarnings("SystemConsoleNull") // Both are looked at.
  private static boolean isConsoleTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException older) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  /** The charset of the terminal; files and pipes are always written in UTF-8. */
  private static Charset charsetOfProcess() {
    for (String property :
        new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
      String name = System.getProperty(property, "");
      if (!name.isEmpty() && Charset.isSupported(name)) {
        return Charset.forName(name);
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** Writes text to a stream in what the terminal shows, whatever the default charset is. */
  PrintStream stream(PrintStream standard) {
    return charset.equals(StandardCharsets.UTF_8)
        ? new PrintStream(standard, true, StandardCharsets.UTF_8)
        : new PrintStream(new PlainCharacters(standard, charset), true, StandardCharsets.UTF_8);
  }

  BufferedReader reader(InputStream standard) {
    return new BufferedReader(new InputStreamReader(standard, charset));
  }
}

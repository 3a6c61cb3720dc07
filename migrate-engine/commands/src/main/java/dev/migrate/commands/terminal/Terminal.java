package dev.migrate.commands.terminal;

import java.io.PrintStream;
import java.util.Objects;

/**
 * What a command writes to and reads from. Immutable.
 *
 * @param out for results
 * @param err for progress and errors
 */
public record Terminal(PrintStream out, PrintStream err) {

  /** Checks. */
  public Terminal {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
  }
}

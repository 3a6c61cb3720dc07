package dev.migrate.commands.terminal;

/** When a command writes colours. */
public enum ColorChoice {
  /** On a terminal that has them; {@code NO_COLOR} and {@code TERM=dumb} turn them off. */
  AUTO,
  /** Always, into a file or a pipe too. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** Whether a stream gets colours. */
  boolean colors(boolean automatic) {
    return this == ALWAYS || (this == AUTO && automatic);
  }
}

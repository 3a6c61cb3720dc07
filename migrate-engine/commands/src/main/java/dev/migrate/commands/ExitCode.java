package dev.migrate.commands;

/** How a command ends, for the shell. */
final class ExitCode {

  /** It did what was asked. */
  static final int OK = 0;

  /** It failed; the message is on the stream for errors. */
  static final int ERROR = 1;

  /** There are differences, or revisions are pending. */
  static final int DIFFERENCES = 2;

  /** A question has no answer; nothing was written. */
  static final int QUESTION = 3;

  private ExitCode() {}
}

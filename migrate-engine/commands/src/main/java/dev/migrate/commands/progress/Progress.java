package dev.migrate.commands.progress;

import dev.migrate.commands.terminal.Terminal;
import dev.migrate.report.MigrationListener;

/**
 * Shows how far a run is: as a line that is written again and again on a terminal, as one line for
 * each revision elsewhere. Thread-safe; close it when the run has ended.
 */
public interface Progress extends MigrationListener, AutoCloseable {

  /** Shows progress on the stream for it. */
  static Progress on(Terminal terminal) {
    return terminal.errIsTerminal() ? new ProgressBar(terminal) : new ProgressLines(terminal.err());
  }

  /** Removes the line that is written again; it comes back with the next event. */
  void clear();

  /** Ends it before something else is written, and removes what is not to stay on the screen. */
  void end();

  @Override
  default void close() {
    end();
  }
}

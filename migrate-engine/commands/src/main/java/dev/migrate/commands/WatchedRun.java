package dev.migrate.commands;

import dev.migrate.RevisionId;
import dev.migrate.commands.progress.Interruption;
import dev.migrate.commands.progress.Progress;
import dev.migrate.commands.terminal.Terminal;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.connect.Secrets;
import dev.migrate.report.Outcome;
import dev.migrate.report.RevisionState;
import java.util.Optional;
import java.util.function.Function;

/** A run with progress on the screen, which ends in order when the process is asked to end. */
final class WatchedRun {

  private final Terminal terminal;
  private final String command;

  /**
   * A run.
   *
   * @param command what to run to continue
   */
  WatchedRun(Terminal terminal, String command) {
    this.terminal = terminal;
    this.command = command;
  }

  /** Runs it; empty if it was interrupted, which is reported before the process ends. */
  Optional<Outcome> run(Migrator migrator, Function<Migrator, Outcome> migrate) {
    try (Progress progress = Progress.on(terminal);
        Interruption interruption = Interruption.watched(terminal, command, progress)) {
      try {
        return Optional.of(migrate.apply(migrator.listening(progress).listening(interruption)));
      } catch (RuntimeException failure) {
        if (!interruption.isRequested()) {
          throw failure;
        }
        progress.end(); // the time must not be drawn again while the report is made
        String report = interruption.report(failure, id -> recorded(migrator, id));
        terminal.err().println(Secrets.hiddenInUrls(report));
        return Optional.empty();
      }
    }
  }

  /** What the database has of a revision; it may have been closed before us. */
  private static Optional<RevisionState> recorded(Migrator migrator, RevisionId id) {
    try {
      return Optional.of(migrator.show(id).state());
    } catch (RuntimeException closed) {
      return Optional.empty();
    }
  }
}

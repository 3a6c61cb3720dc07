package dev.migrate.quickstart;

import dev.migrate.report.Direction;
import dev.migrate.report.MigrationEvent;
import dev.migrate.report.MigrationEvent.RevisionFinished;
import dev.migrate.report.MigrationListener;
import java.util.Locale;

/** Prints every revision that is done. */
record ProgressPrinter(Story story) implements MigrationListener {

  @Override
  public void on(MigrationEvent event) {
    if (event instanceof RevisionFinished done) {
      story.say(
          String.format(
              Locale.ROOT,
              "%2d of %d  %-4s  %-20s %4d ms",
              done.number(),
              done.total(),
              done.step().direction() == Direction.UP ? "up" : "down",
              done.step().id(),
              done.duration().toMillis()));
    }
  }
}

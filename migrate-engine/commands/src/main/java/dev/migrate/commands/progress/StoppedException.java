package dev.migrate.commands.progress;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;

/** A run stopped between two statements, because the process was asked to end. */
final class StoppedException extends MigrateException {

  private static final long serialVersionUID = 1L;

  StoppedException(Facts facts) {
    super(facts);
  }
}

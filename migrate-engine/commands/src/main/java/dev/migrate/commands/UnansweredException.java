package dev.migrate.commands;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;

/** A question to a person has no answer. Nothing was written. */
final class UnansweredException extends MigrateException {

  private static final long serialVersionUID = 1L;

  UnansweredException(Facts facts) {
    super(facts);
  }
}

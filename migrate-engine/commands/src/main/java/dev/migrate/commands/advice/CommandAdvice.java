package dev.migrate.commands.advice;

import dev.migrate.error.MigrateException;
import dev.migrate.report.ConflictException;
import dev.migrate.report.ValidationException;
import java.util.Optional;

/** The commands that go on where the advice of a message names no call. */
public final class CommandAdvice {

  private CommandAdvice() {}

  /** Commands to go on with; empty where there is none. */
  public static Optional<String> after(MigrateException failure) {
    if (failure instanceof ConflictException) {
      return Optional.of("db conflicts shows them all; db merge writes the revision after both");
    }
    return failure instanceof ValidationException ? Optional.of("db status") : Optional.empty();
  }
}

package dev.migrate.commands;

import dev.migrate.error.MigrateException;
import dev.migrate.report.ConflictException;
import dev.migrate.report.InDoubtException;
import dev.migrate.report.SchemaMismatchException;
import dev.migrate.report.ValidationException;
import java.util.Optional;

/** The commands that do what a message of the engine advises in code. */
final class CommandAdvice {

  private CommandAdvice() {}

  /** Commands to go on with; empty where there is none. */
  static Optional<String> after(MigrateException failure) {
    if (failure instanceof InDoubtException doubt) {
      String settle = "db settle " + doubt.revision() + " ";
      return Optional.of(settle + "--ran, or " + settle + "--did-not-run");
    }
    if (failure instanceof ConflictException) {
      return Optional.of("db conflicts shows them all; db merge writes the revision after both");
    }
    if (failure instanceof SchemaMismatchException) {
      return Optional.of("db stamp has --accept <reason>; db drift compares what is recorded");
    }
    return failure instanceof ValidationException ? Optional.of("db status") : Optional.empty();
  }
}

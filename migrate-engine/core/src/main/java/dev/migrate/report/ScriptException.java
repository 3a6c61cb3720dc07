package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;

/** A script could not be written to a file. No database was touched. */
public final class ScriptException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public ScriptException(Facts facts, Throwable cause) {
    super(facts, cause);
  }
}

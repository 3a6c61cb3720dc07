package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;

/**
 * A place where revisions should be has none: the wrong place, or an application that has not
 * written its first revision yet. No database was touched.
 */
public final class NoRevisionsException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public NoRevisionsException(Facts facts) {
    super(facts);
  }
}

package dev.migrate.error;

/**
 * The database does not support an operation or a type. Detected when the SQL is rendered, before
 * anything runs; the message names the alternative.
 */
public final class UnsupportedByDialectException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param what the operation, type or name, with its value
   * @param database the database that refuses it, with the version if that matters
   * @param alternative what to do instead
   */
  public UnsupportedByDialectException(String what, String database, String alternative) {
    super(Facts.of(what + " is not supported").with("database", database).next(alternative));
  }
}

package dev.migrate.error;

/**
 * An operation or a type that the database at hand cannot do. Found when the SQL is rendered,
 * before anything runs; the message names the alternative.
 */
public final class UnsupportedByDialectException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param what the operation, type or name, with its value
   * @param database the dialect that refuses it, and since or until which version
   * @param alternative what to write instead
   */
  public UnsupportedByDialectException(String what, String database, String alternative) {
    super(Facts.of(what + " is not supported").with("database", database).next(alternative));
  }
}

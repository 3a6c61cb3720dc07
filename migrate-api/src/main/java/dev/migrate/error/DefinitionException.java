package dev.migrate.error;

/**
 * An invalid definition: an empty name, a negative length, a default of the wrong type. Thrown by
 * the call that contains it, so the stack trace points at the line to correct. No database was
 * touched.
 */
public final class DefinitionException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts the message: what is wrong, and how to correct it
   */
  public DefinitionException(Facts facts) {
    super(facts);
  }

  /**
   * Creates the exception.
   *
   * @param problem what is wrong
   * @param next how to correct it
   */
  public DefinitionException(String problem, String next) {
    super(Facts.of(problem).next(next));
  }
}

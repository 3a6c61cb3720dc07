package dev.migrate.error;

/**
 * A value that cannot mean anything: an empty name, a negative length, a default of the wrong type.
 * Thrown by the very call that states it, so the stack trace points at the line to correct. No
 * database was touched.
 */
public final class DefinitionException extends MigrateException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts what is wrong and what would be right
   */
  public DefinitionException(Facts facts) {
    super(facts);
  }

  /**
   * Creates the exception.
   *
   * @param problem what is wrong
   * @param next what would be right
   */
  public DefinitionException(String problem, String next) {
    super(Facts.of(problem).next(next));
  }
}

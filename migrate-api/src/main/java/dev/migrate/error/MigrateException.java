package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/**
 * The base of every exception that this library throws on purpose. Its message says what happened,
 * where, what state the database is in, and what to do next.
 *
 * <p>The kinds are grouped by what a caller can do about them; each carries its data in accessors.
 */
public abstract class MigrateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String text;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   */
  protected MigrateException(Facts facts) {
    this(facts, null);
  }

  /**
   * Creates the exception with the failure that led to it.
   *
   * @param facts what the message says
   * @param cause the failure underneath, if there is one
   */
  protected MigrateException(Facts facts, @Nullable Throwable cause) {
    super(facts.toString(), cause);
    this.text = facts.toString();
  }

  /** What happened, where, what state the database is in, and what to do next; never null. */
  @Override
  public String getMessage() {
    return text;
  }
}

package dev.migrate.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The base class of all exceptions of this library. The message says what happened, where, in which
 * state the database is, and what to do next.
 *
 * <p>Subclasses are distinguished by what a caller can do about them; each has its data in
 * accessors.
 */
public abstract class MigrateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String text;
  private final String withoutNext;
  private final @Nullable String next;

  /** Creates the exception. */
  protected MigrateException(Facts facts) {
    this(facts, null);
  }

  /**
   * Creates the exception with a cause.
   *
   * @param cause the cause; null if there is none
   */
  protected MigrateException(Facts facts, @Nullable Throwable cause) {
    super(facts.toString(), cause);
    this.text = facts.toString();
    this.withoutNext = facts.withoutNext().toString();
    this.next = facts.next().orElse(null);
  }

  /** What happened, where, in which state the database is, and what to do next; never null. */
  @Override
  public String getMessage() {
    return text;
  }

  /** The message without the next step, for programs that show the two in different places. */
  public String messageWithoutNext() {
    return withoutNext;
  }

  /** What to do next, as in the message; empty if the message has no next step. */
  public Optional<String> next() {
    return Optional.ofNullable(next);
  }
}

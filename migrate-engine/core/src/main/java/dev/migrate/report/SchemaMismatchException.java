package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.SchemaDifference;
import org.jspecify.annotations.Nullable;

/**
 * The database differs from what the revisions declare in a way that matters: a stamp would record
 * a wrong state, or a statement would remove something that no revision declared. Detected before
 * anything runs.
 */
public final class SchemaMismatchException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient SchemaDifference difference;

  /**
   * Creates the exception.
   *
   * @param difference all that differs; the message may show only a part
   */
  public SchemaMismatchException(Facts facts, SchemaDifference difference) {
    this(facts, difference, null);
  }

  /**
   * Creates the exception.
   *
   * @param difference all that differs; the message may show only a part
   * @param cause the cause; null if there is none
   */
  public SchemaMismatchException(
      Facts facts, SchemaDifference difference, @Nullable Throwable cause) {
    super(facts, cause);
    this.difference = difference;
  }

  /**
   * The whole difference: the declared schema is expected, the database actual.
   *
   * @return the difference, not empty
   */
  public SchemaDifference difference() {
    return difference;
  }
}

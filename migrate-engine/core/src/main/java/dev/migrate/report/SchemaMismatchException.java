package dev.migrate.report;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.SchemaDifference;
import org.jspecify.annotations.Nullable;

/**
 * The database is not what the revisions declare, where that matters: it would be recorded as if it
 * were, or a statement would take away what no revision declared. Found before anything runs.
 */
public final class SchemaMismatchException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient SchemaDifference difference;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param difference all that differs; the message may show only a part
   */
  public SchemaMismatchException(Facts facts, SchemaDifference difference) {
    this(facts, difference, null);
  }

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param difference all that differs; the message may show only a part
   * @param cause the failure underneath, if there is one
   */
  public SchemaMismatchException(
      Facts facts, SchemaDifference difference, @Nullable Throwable cause) {
    super(facts, cause);
    this.difference = difference;
  }

  /**
   * All that differs: the declared schema as expected, the database as actual.
   *
   * @return the difference, not empty
   */
  public SchemaDifference difference() {
    return difference;
  }
}

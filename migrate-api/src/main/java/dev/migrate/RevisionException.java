package dev.migrate;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * A revision class that breaks the contract of {@link Revision}: it threw, returned null, or
 * recorded different operations the second time. No database was touched.
 */
public final class RevisionException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final String revision;

  /**
   * Creates the exception.
   *
   * @param revision the revision's id, or its class where the id is not known
   * @param facts what it did
   */
  public RevisionException(String revision, Facts facts) {
    this(revision, facts, null);
  }

  /**
   * Creates the exception.
   *
   * @param revision the revision's id, or its class where the id is not known
   * @param facts what it did
   * @param cause what it threw, if it threw
   */
  public RevisionException(String revision, Facts facts, @Nullable Throwable cause) {
    super(facts, cause);
    this.revision = revision;
  }

  /**
   * The revision.
   *
   * @return its id, or its class where the id is not known
   */
  public String revision() {
    return revision;
  }
}

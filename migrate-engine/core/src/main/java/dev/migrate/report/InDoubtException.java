package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A statement may or may not have been executed before a crash, and the database does not show
 * which. The message asks; answer with {@code Migrator.settle(…)}.
 */
public final class InDoubtException extends StatementRunException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param statement the number of the statement in the revision, from 1
   */
  public InDoubtException(Facts facts, RevisionId revision, int statement, String sql) {
    this(facts, revision, statement, sql, Done.NOTHING, null);
  }

  /**
   * Creates the exception.
   *
   * @param statement the number of the statement in the revision, from 1
   * @param cause the cause; null if there is none
   */
  public InDoubtException(
      Facts facts, RevisionId revision, int statement, String sql, @Nullable Throwable cause) {
    this(facts, revision, statement, sql, Done.NOTHING, cause);
  }

  private InDoubtException(
      Facts facts,
      RevisionId revision,
      int statement,
      String sql,
      Done done,
      @Nullable Throwable cause) {
    super(facts, revision, statement, sql, done, cause);
  }

  @Override
  InDoubtException copy(Facts same, Done before) {
    return new InDoubtException(same, revision(), statement(), sql(), before, getCause());
  }
}

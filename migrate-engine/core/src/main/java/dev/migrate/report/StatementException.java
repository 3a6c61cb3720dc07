package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/** A statement failed. The message says which, why, and what is left. */
public final class StatementException extends StatementRunException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param facts what the message says
   * @param revision the revision
   * @param statement the number of the statement in the revision, from 1
   * @param sql the statement
   * @param cause the failure underneath, if there is one
   */
  public StatementException(
      Facts facts, RevisionId revision, int statement, String sql, @Nullable Throwable cause) {
    this(facts, revision, statement, sql, Done.NOTHING, cause);
  }

  private StatementException(
      Facts facts,
      RevisionId revision,
      int statement,
      String sql,
      Done done,
      @Nullable Throwable cause) {
    super(facts, revision, statement, sql, done, cause);
  }

  @Override
  StatementException copy(Facts same, Done before) {
    return new StatementException(same, revision(), statement(), sql(), before, getCause());
  }
}

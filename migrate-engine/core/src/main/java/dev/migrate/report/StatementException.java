package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/** A statement failed. The message says which one, why, and what state the database is in. */
public final class StatementException extends StatementRunException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param statement the number of the statement in the revision, from 1
   * @param cause the cause; null if there is none
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

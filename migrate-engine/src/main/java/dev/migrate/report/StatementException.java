package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/** A statement failed. The message says which, why, and what is left. */
public final class StatementException extends MigrateException {

  private static final long serialVersionUID = 1L;

  private final transient RevisionId revision;
  private final int statement;
  private final transient String sql;

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
    super(facts, cause);
    this.revision = revision;
    this.statement = statement;
    this.sql = sql;
  }

  /**
   * The revision.
   *
   * @return the revision
   */
  public RevisionId revision() {
    return revision;
  }

  /**
   * The number of the statement in the revision, from 1.
   *
   * @return the number of the statement in the revision, from 1
   */
  public int statement() {
    return statement;
  }

  /**
   * The statement.
   *
   * @return the statement
   */
  public String sql() {
    return sql;
  }
}

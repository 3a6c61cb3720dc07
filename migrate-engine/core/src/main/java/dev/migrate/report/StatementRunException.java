package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/** A run that stopped at a statement of a revision. */
public abstract sealed class StatementRunException extends RunException
    permits InDoubtException, StatementException {

  private static final long serialVersionUID = 1L;

  private final transient RevisionId revision;
  private final int statement;
  private final transient String sql;

  StatementRunException(
      Facts facts,
      RevisionId revision,
      int statement,
      String sql,
      Done done,
      @Nullable Throwable cause) {
    super(facts, done, cause);
    this.revision = revision;
    this.statement = statement;
    this.sql = sql;
  }

  /** The revision whose statement it is. */
  public final RevisionId revision() {
    return revision;
  }

  /** The number of the statement in the revision, from 1. */
  public final int statement() {
    return statement;
  }

  /** The statement. */
  public final String sql() {
    return sql;
  }
}

package dev.migrate.report;

import dev.migrate.RevisionId;
import dev.migrate.error.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A statement may or may not have been executed before a crash, and the database does not show
 * which. The message asks; answer with {@code Migrator.settle(…)}.
 */
public final class InDoubtException extends RunException {

  private static final long serialVersionUID = 1L;

  private final transient RevisionId revision;
  private final int statement;
  private final transient String sql;

  /**
   * Creates the exception.
   *
   * @param facts the message
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
    super(facts, done, cause);
    this.revision = revision;
    this.statement = statement;
    this.sql = sql;
  }

  @Override
  InDoubtException copy(Facts same, Done before) {
    return new InDoubtException(same, revision, statement, sql, before, getCause());
  }

  /** The revision. */
  public RevisionId revision() {
    return revision;
  }

  /**
   * The number of the statement in the revision, from 1.
   *
   * @return the number
   */
  public int statement() {
    return statement;
  }

  /** The statement. */
  public String sql() {
    return sql;
  }
}

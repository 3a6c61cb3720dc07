package dev.migrate.engine.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.connect.Session;
import dev.migrate.engine.history.Flight;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Operation;
import dev.migrate.report.Direction;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import dev.migrate.schema.NullabilityChange;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of what can go wrong while statements run. */
public final class StatementFailures {

  /** {@code in_failed_sql_transaction}: how PostgreSQL says that an earlier statement failed. */
  private static final String ABORTED = "25P02";

  private static final String NO_VALUE =
      "rows have no value for the column: give it a default, or add it nullable, fill it,\n"
          + "and make it NOT NULL after that";

  private static final Pattern RUNS_OTHERS =
      Pattern.compile(
          "\\s*(CALL|EXEC|EXECUTE|DO|BEGIN|DECLARE|RUNSCRIPT)\\b", Pattern.CASE_INSENSITIVE);

  /** A statement that has semicolons of its own. */
  private static final Pattern HAS_BODY =
      Pattern.compile(
          "\\s*CREATE\\s+(OR\\s+REPLACE\\s+)?(DEFINER\\s*=\\s*\\S+\\s+)?"
              + "(AGGREGATE\\s+)?(FUNCTION|PROCEDURE|TRIGGER|EVENT|ALIAS)\\b",
          Pattern.CASE_INSENSITIVE);

  private StatementFailures() {}

  static StatementException ofStatement(
      Dialect dialect, ScriptStep step, int number, Exception failure) {
    boolean up = step.step().direction() == Direction.UP;
    boolean atomic = step.inOneTransaction();
    Facts facts =
        failed(dialect, step, number, "failed at statement " + of(step, number), failure)
            .with("left", atomic ? leftAtomic(up) : leftStepwise(number, up))
            .next(atomic ? "remove the cause and " + again(up) : next(step, number, up, failure));
    facts = wantsValues(step, number) ? facts.before("next", "likely", NO_VALUE) : facts;
    return exception(step, number, facts, failure);
  }

  /** Whether the statement makes a column NOT NULL for rows that may have no value in it. */
  private static boolean wantsValues(ScriptStep step, int number) {
    if (step.statements().isEmpty()) {
      return false;
    }
    Operation part = step.statements().get(number - 1).part();
    return (part instanceof AlterColumn alteration
            && alteration.changes().stream()
                .anyMatch(c -> c instanceof NullabilityChange change && !change.nullable()))
        || (part instanceof AddColumn add && add.column().isRequired());
  }

  /**
   * A transaction could not be committed: of the whole revision, or of one statement. It may have
   * been, if it is the answer that was lost.
   */
  static StatementException ofCommit(
      Dialect dialect, ScriptStep step, int number, SQLException failure) {
    boolean atomic = step.inOneTransaction();
    String what = atomic ? "could not be committed" : "could not commit statement ";
    String object = atomic ? "the revision" : "statement " + number;
    Facts facts =
        failed(dialect, step, number, what + (atomic ? "" : of(step, number)), failure)
            .with("left", object + " is committed as a whole, or not at all; the history knows")
            .next(
                "remove the cause and "
                    + again(step.step().direction() == Direction.UP)
                    + ": it goes on where the history stands");
    return exception(step, number, facts, failure);
  }

  /**
   * A failure that is not the first one in its transaction: code before it has swallowed another,
   * after which the database refuses everything until the transaction is rolled back.
   */
  static MigrateException ofSwallowed(
      Dialect dialect, ScriptStep step, int executed, MigrateException failure) {
    if (!(failure.getCause() instanceof SQLException refused)
        || !ABORTED.equals(refused.getSQLState())) {
      return failure;
    }
    for (int number = executed; number > 0; number--) {
      if (step.statements().get(number - 1).kind() == Kind.CODE) {
        String cause =
            refused.getCause() instanceof SQLException first ? ": " + Session.text(first) : "";
        return ofStatement(
            dialect,
            step,
            number,
            new IllegalStateException(
                "a statement in this code failed, and the code went on as if it had not; the"
                    + " database has given up the transaction"
                    + cause,
                refused));
      }
    }
    return failure;
  }

  static String of(ScriptStep step, int number) {
    return number + " of " + step.statements().size();
  }

  static Facts failed(
      Dialect dialect, ScriptStep step, int number, String what, Exception failure) {
    boolean up = step.step().direction() == Direction.UP;
    String sql = sql(step, number);
    Facts facts =
        Facts.of("revision " + step.step().title() + " " + what + (up ? "" : " of its downgrade"));
    facts = sql.isEmpty() ? facts : facts.with("statement", sql);
    if (failure instanceof CheckFailure check) {
      return facts.with("found", String.valueOf(check.getMessage()));
    }
    return failure instanceof SQLException database
        ? facts.with("database", dialect.capabilities().database() + ", " + text(database, sql))
        : facts.with("problem", failure.toString());
  }

  /** H2's messages repeat the statement, which stands above already. */
  private static String text(SQLException failure, String sql) {
    return Session.text(failure).replace("; SQL statement:\n" + sql, "");
  }

  static StatementException exception(ScriptStep step, int number, Facts facts, Exception failure) {
    return new StatementException(
        facts, step.step().id(), number, sql(step, number), ShortCause.of(failure));
  }

  /** A revision without statements fails without one. */
  private static String sql(ScriptStep step, int number) {
    return step.statements().isEmpty() ? "" : step.statements().get(number - 1).sql();
  }

  static String again(boolean up) {
    return "call " + (up ? "upgrade()" : "downgrade(…)") + " again";
  }

  /**
   * Whether the database did not understand raw SQL, and so did nothing: SQLStates of class 42,
   * "syntax error or access rule violation" (SQL:2016, 24.1). A statement that runs others may have
   * done something. What a typed statement did is found in the catalogue.
   */
  static boolean wasRefused(Statement statement, @Nullable Throwable failure) {
    return statement.kind() == Kind.OPAQUE
        && failure instanceof SQLException database
        && String.valueOf(database.getSQLState()).startsWith("42")
        && !RUNS_OTHERS.matcher(statement.sql()).lookingAt()
        && isOne(statement.sql());
  }

  /** The first of several statements may have been executed, whatever became of the others. */
  private static boolean isOne(String sql) {
    return HAS_BODY.matcher(sql).lookingAt() || sql.strip().replaceFirst(";$", "").indexOf(';') < 0;
  }

  private static String next(ScriptStep step, int number, boolean up, Exception failure) {
    Statement statement = step.statements().get(number - 1);
    return statement.kind() == Kind.OPAQUE && !wasRefused(statement, failure)
        ? "remove the cause; nothing was declared about what the statement does, so state whether"
            + " it\n"
            + "was executed, with migrator.settle(RevisionId.of(\""
            + step.step().id()
            + "\"),\nSettlement.NOT_EXECUTED) or Settlement.EXECUTED; then "
            + again(up)
        : "remove the cause and " + again(up) + ": it resumes at statement " + number;
  }

  static String leftAtomic(boolean up) {
    return "nothing of this revision: it was rolled back; it is still "
        + (up ? "pending" : "applied");
  }

  static String leftStepwise(int number, boolean up) {
    String way = up ? "up" : "down";
    return Flight.committed(number)
        + "; the revision is recorded as going "
        + way
        + " at statement "
        + number;
  }
}

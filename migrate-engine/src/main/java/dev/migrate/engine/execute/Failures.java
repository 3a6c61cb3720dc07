package dev.migrate.engine.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.engine.connect.Session;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of what can go wrong while statements run. */
final class Failures {

  private static final Pattern RUNS_OTHERS =
      Pattern.compile(
          "\\s*(CALL|EXEC|EXECUTE|DO|BEGIN|DECLARE|RUNSCRIPT)\\b", Pattern.CASE_INSENSITIVE);

  private Failures() {}

  static StatementException ofStatement(
      Dialect dialect, ScriptStep script, int number, Exception failure) {
    int total = script.statements().size();
    return of(dialect, script, number, "failed at statement " + number + " of " + total, failure);
  }

  /** A transaction could not be committed: of the whole revision, or of one statement. */
  static StatementException ofCommit(
      Dialect dialect, ScriptStep script, int number, SQLException failure) {
    String what =
        dialect.capabilities().transactionalDdl()
            ? "could not be committed"
            : "could not commit statement " + number + " of " + script.statements().size();
    return of(dialect, script, number, what, failure);
  }

  private static StatementException of(
      Dialect dialect, ScriptStep script, int number, String what, Exception failure) {
    String sql = script.statements().isEmpty() ? "" : script.statements().get(number - 1).sql();
    boolean up = script.step().direction() == Direction.UP;
    boolean atomic = dialect.capabilities().transactionalDdl();
    String revision = "revision " + script.step().title();
    Facts facts = Facts.of(revision + " " + what + (up ? "" : " of its downgrade"));
    facts = sql.isEmpty() ? facts : facts.with("statement", sql);
    facts =
        failure instanceof SQLException database
            ? facts.with(
                "database", dialect.capabilities().database() + ", " + Session.text(database))
            : facts.with("problem", failure.toString());
    facts =
        facts
            .with("left", atomic ? leftAtomic(up) : leftStepwise(number, up))
            .next(atomic ? "remove the cause and " + again(up) : next(script, number, up, failure));
    return new StatementException(facts, script.step().id(), number, sql, failure);
  }

  private static String again(boolean up) {
    return "call " + (up ? "upgrade()" : "downgrade(…)") + " again";
  }

  /**
   * Whether the database did not understand a statement, and so did nothing: SQLStates of class 42,
   * "syntax error or access rule violation" (SQL:2016, 24.1). Nobody can tell for a statement that
   * runs others.
   */
  static boolean wasRefused(Statement statement, @Nullable Throwable failure) {
    return failure instanceof SQLException database
        && String.valueOf(database.getSQLState()).startsWith("42")
        && !RUNS_OTHERS.matcher(statement.sql()).lookingAt();
  }

  private static String next(ScriptStep script, int number, boolean up, Exception failure) {
    Statement statement = script.statements().get(number - 1);
    return statement.kind() == Kind.OPAQUE && !wasRefused(statement, failure)
        ? "remove the cause; nothing was said about what the statement does, so say whether it\n"
            + "was executed: "
            + settle(script)
            + "\nand "
            + again(up)
        : "remove the cause and " + again(up) + ": it resumes at statement " + number;
  }

  /** The call that answers whether a statement was executed, to be pasted. */
  static String settle(ScriptStep script) {
    String call = "migrator.settle(RevisionId.of(\"" + script.step().id() + "\"), ";
    return call + "Settlement.NOT_EXECUTED), or EXECUTED,";
  }

  private static String leftAtomic(boolean up) {
    return "nothing of this revision: it was rolled back; it is still "
        + (up ? "pending" : "applied");
  }

  private static String leftStepwise(int number, boolean up) {
    String way = up ? "up" : "down";
    return committed(number)
        + "; the revision is recorded as going "
        + way
        + " at statement "
        + number;
  }

  /** What is committed of a revision that stands at this statement. */
  static String committed(int number) {
    return switch (number) {
      case 1 -> "no statement is committed";
      case 2 -> "statement 1 is committed";
      default -> "statements 1 to " + (number - 1) + " are committed";
    };
  }
}

package dev.migrate.engine.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.error.Facts;
import dev.migrate.report.Direction;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.SQLException;

/** The texts of what can go wrong while statements run. */
final class Failures {

  private Failures() {}

  static StatementException ofStatement(
      Dialect dialect, ScriptStep script, int number, Exception failure) {
    Statement statement = script.statements().get(number - 1);
    int total = script.statements().size();
    boolean up = script.step().direction() == Direction.UP;
    boolean atomic = dialect.capabilities().transactionalDdl();
    Facts facts =
        Facts.of(
                "revision "
                    + script.step().title()
                    + " failed at statement "
                    + number
                    + " of "
                    + total
                    + (up ? "" : " of its downgrade"))
            .with("statement", statement.sql())
            .with("database", dialect.capabilities().database() + ", " + words(failure))
            .with("left", atomic ? leftAtomic(up) : leftStepwise(number, up))
            .next(
                "remove the cause and call "
                    + (up ? "upgrade()" : "downgrade(…)")
                    + " again"
                    + (atomic ? "" : ": it resumes at statement " + number));
    return new StatementException(facts, script.step().id(), number, statement.sql(), failure);
  }

  private static String leftAtomic(boolean up) {
    return "nothing of this revision: it was rolled back; it is still "
        + (up ? "pending" : "applied");
  }

  private static String leftStepwise(int number, boolean up) {
    String before =
        switch (number) {
          case 1 -> "no statement is committed";
          case 2 -> "statement 1 is committed";
          default -> "statements 1 to " + (number - 1) + " are committed";
        };
    String way = up ? "up" : "down";
    return before + "; the revision is recorded as going " + way + " at statement " + number;
  }

  private static String words(Exception failure) {
    return failure instanceof SQLException sql
        ? "SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode() + ": " + sql.getMessage()
        : failure.toString();
  }
}

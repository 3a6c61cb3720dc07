package dev.migrate.engine.execute;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.report.DatabaseException;
import dev.migrate.report.Direction;
import dev.migrate.report.RunException;
import dev.migrate.report.ScriptStep;
import dev.migrate.report.StatementException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The text of what waited too long for other sessions, however often it was tried.
 *
 * @param number the number of the statement, from 1
 * @param refusal what the database answered at last
 * @param waited for how long, in words
 * @param sessions the sessions in the way; empty if they are not known
 * @param own the one of them that may belong to the caller
 * @param hidden what the user may not see of those in the way, and the right that shows it
 */
record WaitFailure(
    Dialect dialect,
    ScriptStep step,
    int number,
    SQLException refusal,
    String waited,
    List<BlockingSession> sessions,
    Optional<BlockingSession> own,
    Optional<String> hidden) {

  private static final String OWN_CALLER =
      """
      one of them is idle since before this call, with the same user, address and application:
      if it is the transaction of the caller, this call waits for itself; commit that
      transaction first, or call outside of it\
      """;

  /**
   * The failure to report.
   *
   * @param last the failure of the last attempt
   */
  RunException instead(RunException last) {
    Exception cause = last.getCause() instanceof Exception it ? it : last;
    if (last instanceof StatementException) {
      String what = "did not get its locks at statement " + StatementFailures.of(step, number);
      return StatementFailures.exception(step, number, facts(what), cause);
    } else if (step.inOneTransaction() && !step.statements().isEmpty()) {
      return new DatabaseException(facts("did not get its locks for the history table"), cause);
    }
    return last; // it states where the history stands
  }

  private Facts facts(String what) {
    boolean up = step.step().direction() == Direction.UP;
    Facts facts =
        StatementFailures.failed(dialect, step, number, what, refusal)
            .with("waited", waited)
            .with("in the way", shownSessions());
    if (hidden.isPresent()) {
      facts = facts.with("not shown", hidden.orElseThrow());
    }
    if (own.isPresent()) {
      facts = facts.with("likely", OWN_CALLER);
    }
    String left =
        step.inOneTransaction()
            ? StatementFailures.leftAtomic(up)
            : StatementFailures.leftStepwise(number, up);
    String again = StatementFailures.again(up);
    return facts
        .with("left", left)
        .next(ending() + ", and " + again + ";\nto wait longer, raise statementLockLimit(…)");
  }

  private String shownSessions() {
    if (!sessions.isEmpty()) {
      return String.join("\n", sessions.stream().map(BlockingSession::description).toList());
    }
    return hidden.isPresent()
        ? "not known"
        : "not known: the database or the rights of the user do not show it";
  }

  private String ending() {
    List<String> remedies =
        sessions.stream().flatMap(session -> session.remedy().stream()).distinct().toList();
    return remedies.isEmpty()
        ? "wait until the other sessions are done"
        : "end them (" + String.join("; ", remedies) + ") or wait until they are done";
  }
}

package dev.migrate.report;

import dev.migrate.dialect.SessionSetting;
import dev.migrate.dialect.Statement;
import java.util.List;

/**
 * One revision with the statements that it executes. Immutable and thread-safe.
 *
 * @param step the step of the plan
 * @param statements the statements, in order
 * @param inOneTransaction whether the revision and its history row are one transaction
 * @param settings the session settings that the statements require
 */
public record ScriptStep(
    PlanStep step,
    List<Statement> statements,
    boolean inOneTransaction,
    List<SessionSetting> settings) {

  /** Copies. */
  public ScriptStep {
    statements = List.copyOf(statements);
    settings = List.copyOf(settings);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(step.title());
    statements.forEach(statement -> text.append('\n').append(statement));
    return text.toString();
  }
}
